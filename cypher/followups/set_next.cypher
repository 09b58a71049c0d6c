// Say which follow-up was made when a repeating one was done; null says that none was.
// mode: write
// params: network_id, id, next_id
MATCH (followup:FollowUp {id: $id, network_id: $network_id})
OPTIONAL MATCH (followup)-[old:FOLLOWED_BY]->(:FollowUp)
DELETE old
WITH DISTINCT followup
MATCH (next:FollowUp {id: $next_id, network_id: $network_id})
CREATE (followup)-[:FOLLOWED_BY]->(next)
