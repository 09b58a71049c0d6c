// Tie a partner again to the introductions that go through it.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:Introduction {id: row.other_id, network_id: $network_id})
CREATE (actor)<-[:THROUGH]-(other)
