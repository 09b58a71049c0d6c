// Raise the version of a locked position when who holds it changes.
// mode: write
// params: network_id, id, now
// returns: id
MATCH (position:Position {id: $id, network_id: $network_id})
SET position.version = position.version + 1, position.updated_at = $now
RETURN position.id AS id
