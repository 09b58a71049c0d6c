// Tie follow-ups to the actor who owns them.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (step:FollowUp {id: row.id, network_id: $network_id})
MATCH (actor:Actor {id: row.to_id, network_id: $network_id})
MERGE (step)-[:OWNED_BY]->(actor)
