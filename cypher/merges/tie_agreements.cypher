// Tie a partner again to what it agreed to do.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:FollowUp {id: row.other_id, network_id: $network_id})
CREATE (actor)<-[:OWNED_BY]-(other)
