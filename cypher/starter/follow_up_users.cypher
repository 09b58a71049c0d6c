// Tie follow-ups to the user who owns them, if that user is there.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (step:FollowUp {id: row.id, network_id: $network_id})
MATCH (user:User {id: row.to_id})
MERGE (step)-[:OWNED_BY]->(user)
