// Say which life stages some collaborations serve.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:SERVES]->(:LifeStage)
DELETE old
WITH DISTINCT collaboration, row
UNWIND row.life_stage_ids AS to_id
MATCH (stage:LifeStage {id: to_id})
CREATE (collaboration)-[:SERVES]->(stage)
