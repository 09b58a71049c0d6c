// Tie each actor that is also a programme to that programme.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id, network_id: $network_id})
MATCH (programme:Programme {id: row.to_id})
MERGE (actor)-[:SAME_AS]->(programme)
