// Make a position, or save an edit of one that is locked.
// mode: write
// params: network_id, id, properties, now
// returns: id, version
MERGE (position:Position {id: $id})
ON CREATE SET position.network_id = $network_id, position.created_at = $now, position.version = 0
WITH position
WHERE position.network_id = $network_id
SET position += $properties, position.version = position.version + 1, position.updated_at = $now
RETURN position.id AS id, position.version AS version
