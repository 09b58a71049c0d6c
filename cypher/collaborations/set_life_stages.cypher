// Say which life stages a collaboration serves.
// mode: write
// params: network_id, id, life_stage_ids
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:SERVES]->(:LifeStage)
DELETE old
WITH DISTINCT collaboration
UNWIND $life_stage_ids AS life_stage_id
MATCH (stage:LifeStage {id: life_stage_id})
CREATE (collaboration)-[:SERVES]->(stage)
