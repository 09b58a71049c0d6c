// Archive a position that is locked, or restore it with null.
// mode: write
// params: network_id, id, archived_at, now
// returns: name
MATCH (position:Position {id: $id, network_id: $network_id})
SET position.archived_at = $archived_at, position.version = position.version + 1, position.updated_at = $now
RETURN position.name AS name
