// Say again in which domains a partner works.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:Domain {id: row.other_id})
CREATE (actor)-[tie:WORKS_IN]->(other)
SET tie = row.properties
