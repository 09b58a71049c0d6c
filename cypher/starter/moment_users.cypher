// Tie contact moments to the user who logged them, if that user is there.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (moment:ContactMoment {id: row.id, network_id: $network_id})
MATCH (user:User {id: row.to_id})
MERGE (moment)-[:LOGGED_BY]->(user)
