// Make a partner, or save an edit of one that is locked.
// mode: write
// params: network_id, id, properties, now
// returns: id, version
MERGE (actor:Actor {id: $id})
ON CREATE SET actor.network_id = $network_id, actor.created_at = $now, actor.version = 0
WITH actor
WHERE actor.network_id = $network_id
SET actor += $properties, actor.version = actor.version + 1, actor.updated_at = $now
RETURN actor.id AS id, actor.version AS version
