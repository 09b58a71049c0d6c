// Tie collaborations to the functions that carry them.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
MATCH (position:Position {id: row.to_id, network_id: $network_id})
MERGE (collaboration)-[:CARRIED_BY]->(position)
