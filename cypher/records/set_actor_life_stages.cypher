// Say which life stages some partners reach.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id, network_id: $network_id})
OPTIONAL MATCH (actor)-[old:REACHES]->(:LifeStage)
DELETE old
WITH DISTINCT actor, row
UNWIND row.life_stage_ids AS to_id
MATCH (stage:LifeStage {id: to_id})
CREATE (actor)-[:REACHES]->(stage)
