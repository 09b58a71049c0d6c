// Let partners of the network take part in a collaboration, each once in the same role and period.
// mode: write
// params: network_id, id, rows
// returns: actor_id
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
OPTIONAL MATCH (actor)-[same:TAKES_PART_IN]->(collaboration)
WHERE coalesce(same.role, '') = row.role
  AND (same.since = row.since OR (same.since IS NULL AND row.since IS NULL))
  AND (same.until = row.until OR (same.until IS NULL AND row.until IS NULL))
WITH collaboration, actor, row, count(same) AS already
FOREACH (_ IN CASE WHEN already = 0 THEN [1] ELSE [] END |
  CREATE (actor)-[:TAKES_PART_IN {role: row.role, since: row.since, until: row.until}]->(collaboration))
RETURN actor.id AS actor_id
ORDER BY actor_id
