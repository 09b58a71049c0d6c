// Tie a partner again to the positions at it.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:Position {id: row.other_id, network_id: $network_id})
CREATE (actor)<-[:AT]-(other)
