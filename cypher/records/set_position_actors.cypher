// Say at which partners of the network some positions are.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (position:Position {id: row.id, network_id: $network_id})
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MERGE (position)-[:AT]->(actor)
