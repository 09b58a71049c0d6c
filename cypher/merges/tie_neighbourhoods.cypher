// Say again in which neighbourhoods a partner is.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:Neighbourhood {id: row.other_id})
CREATE (actor)-[:LOCATED_IN]->(other)
