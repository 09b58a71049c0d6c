// Tie contact moments to the functions that were there.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (moment:ContactMoment {id: row.id, network_id: $network_id})
MATCH (position:Position {id: row.to_id, network_id: $network_id})
MERGE (moment)-[:WITH]->(position)
