// Tie a partner again to what texts say of another and it.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:Actor|ActorGroup {id: row.other_id, network_id: $network_id})
CREATE (actor)<-[tie:MENTIONS]-(other)
SET tie = row.properties
