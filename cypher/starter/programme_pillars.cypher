// Tie programmes of the starter content to their pillars.
// mode: write
// params: rows
UNWIND $rows AS row
MATCH (programme:Programme {id: row.id})
MATCH (term:Pillar {id: row.to_id})
MERGE (programme)-[:RESTS_ON]->(term)
