// Take the write lock on a position and tell its version.
// mode: write
// params: network_id, id, token
// returns: version, updated_at
MATCH (position:Position {id: $id, network_id: $network_id})
SET position._lock = $token
REMOVE position._lock
RETURN position.version AS version, position.updated_at AS updated_at
