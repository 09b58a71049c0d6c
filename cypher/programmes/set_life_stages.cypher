// Say which life stages a programme serves.
// mode: write
// params: network_id, id, life_stage_ids
MATCH (programme:Programme {id: $id, network_id: $network_id})
OPTIONAL MATCH (programme)-[old:SERVES]->(:LifeStage)
DELETE old
WITH DISTINCT programme
UNWIND $life_stage_ids AS life_stage_id
MATCH (stage:LifeStage {id: life_stage_id})
CREATE (programme)-[:SERVES]->(stage)
