// Say which collaborations of its network a follow-up is about.
// mode: write
// params: network_id, id, collaboration_ids
MATCH (followup:FollowUp {id: $id, network_id: $network_id})
OPTIONAL MATCH (followup)-[old:ABOUT]->(:Collaboration)
DELETE old
WITH DISTINCT followup
UNWIND $collaboration_ids AS collaboration_id
MATCH (collaboration:Collaboration {id: collaboration_id, network_id: $network_id})
CREATE (followup)-[:ABOUT]->(collaboration)
