// Tie programmes of the starter content to their stages of life.
// mode: write
// params: rows
UNWIND $rows AS row
MATCH (programme:Programme {id: row.id})
MATCH (term:LifeStage {id: row.to_id})
MERGE (programme)-[:SERVES]->(term)
