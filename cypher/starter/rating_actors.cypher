// Tie ratings to the actor who gave them.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (rating:Rating {id: row.id, network_id: $network_id})
MATCH (actor:Actor {id: row.to_id, network_id: $network_id})
MERGE (rating)-[:BY]->(actor)
