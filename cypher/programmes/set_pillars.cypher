// Say on which pillars a programme rests.
// mode: write
// params: network_id, id, pillar_ids
MATCH (programme:Programme {id: $id, network_id: $network_id})
OPTIONAL MATCH (programme)-[old:RESTS_ON]->(:Pillar)
DELETE old
WITH DISTINCT programme
UNWIND $pillar_ids AS pillar_id
MATCH (pillar:Pillar {id: pillar_id})
CREATE (programme)-[:RESTS_ON]->(pillar)
