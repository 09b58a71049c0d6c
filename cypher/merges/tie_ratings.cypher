// Tie a partner again to the ratings that it gave.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:Rating {id: row.other_id, network_id: $network_id})
CREATE (actor)<-[:BY]-(other)
