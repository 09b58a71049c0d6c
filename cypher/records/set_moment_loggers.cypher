// Say which member wrote some contact moments down.
// mode: write
// params: network_id, rows, user_id
MATCH (user:User {id: $user_id})-[:MEMBER_OF]->(:Network {id: $network_id})
UNWIND $rows AS row
MATCH (moment:ContactMoment {id: row.id, network_id: $network_id})
MERGE (moment)-[:LOGGED_BY]->(user)
