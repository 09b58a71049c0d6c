// Tie collaborations to the stages of life they serve.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
MATCH (stage:LifeStage {id: row.to_id})
MERGE (collaboration)-[:SERVES]->(stage)
