// Tie ratings to the user who gave them, if that user is there.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (rating:Rating {id: row.id, network_id: $network_id})
MATCH (user:User {id: row.to_id})
MERGE (rating)-[:BY]->(user)
