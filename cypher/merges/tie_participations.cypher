// Tie a partner again to what it takes part in: once for each period and role.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:Collaboration {id: row.other_id, network_id: $network_id})
CREATE (actor)-[tie:TAKES_PART_IN]->(other)
SET tie = row.properties
