// Make some partners, or save edits of ones that are locked.
// mode: write
// params: network_id, rows, now
// returns: id, version
UNWIND $rows AS row
MERGE (actor:Actor {id: row.id})
ON CREATE SET actor.network_id = $network_id, actor.created_at = $now, actor.version = 0
WITH actor, row
WHERE actor.network_id = $network_id
SET actor += row.properties, actor.version = actor.version + 1, actor.updated_at = $now
RETURN actor.id AS id, actor.version AS version
