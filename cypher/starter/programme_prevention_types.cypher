// Tie programmes of the starter content to their types of prevention.
// mode: write
// params: rows
UNWIND $rows AS row
MATCH (programme:Programme {id: row.id})
MATCH (term:PreventionType {id: row.to_id})
MERGE (programme)-[:AIMS_AT]->(term)
