// Say which partners of its network a follow-up is about.
// mode: write
// params: network_id, id, actor_ids
MATCH (followup:FollowUp {id: $id, network_id: $network_id})
OPTIONAL MATCH (followup)-[old:ABOUT]->(:Actor)
DELETE old
WITH DISTINCT followup
UNWIND $actor_ids AS actor_id
MATCH (actor:Actor {id: actor_id, network_id: $network_id})
CREATE (followup)-[:ABOUT]->(actor)
