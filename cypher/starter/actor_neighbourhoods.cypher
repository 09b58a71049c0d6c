// Tie actors to the neighbourhood where they are.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id, network_id: $network_id})
MATCH (neighbourhood:Neighbourhood {id: row.to_id})
MERGE (actor)-[:LOCATED_IN]->(neighbourhood)
