// Tie each actor that is also a coalition to that coalition.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id, network_id: $network_id})
MATCH (collaboration:Collaboration {id: row.to_id, network_id: $network_id})
MERGE (actor)-[:SAME_AS]->(collaboration)
