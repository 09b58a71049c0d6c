// Tie programmes of the starter content to their domains.
// mode: write
// params: rows
UNWIND $rows AS row
MATCH (programme:Programme {id: row.id})
MATCH (term:Domain {id: row.to_id})
MERGE (programme)-[:WORKS_IN]->(term)
