// Tie a partner again to what it pays for.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:Collaboration {id: row.other_id, network_id: $network_id})
CREATE (actor)<-[tie:FUNDED_BY]-(other)
SET tie = row.properties
