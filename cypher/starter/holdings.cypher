// Tie contact persons to the functions they hold or held.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (person:Person {id: row.id, network_id: $network_id})
MATCH (position:Position {id: row.to_id, network_id: $network_id})
MERGE (person)-[tie:HOLDS]->(position)
ON CREATE SET
  tie.since = row.since,
  tie.until = row.until
