// Say which life stages a partner reaches.
// mode: write
// params: network_id, id, life_stage_ids
MATCH (actor:Actor {id: $id, network_id: $network_id})
OPTIONAL MATCH (actor)-[old:REACHES]->(:LifeStage)
DELETE old
WITH DISTINCT actor
UNWIND $life_stage_ids AS life_stage_id
MATCH (stage:LifeStage {id: life_stage_id})
CREATE (actor)-[:REACHES]->(stage)
