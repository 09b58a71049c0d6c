// Say which partners of the network take part in a collaboration, as what and when.
// mode: write
// params: network_id, id, rows
// returns: actor_id
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MERGE (actor)-[part:TAKES_PART_IN]->(collaboration)
SET part.role = row.role, part.since = row.since, part.until = row.until
RETURN actor.id AS actor_id
ORDER BY actor_id
