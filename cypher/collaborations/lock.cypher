// Take the write lock on a collaboration and tell its version.
// mode: write
// params: network_id, id, token
// returns: version, updated_at
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
SET collaboration._lock = $token
REMOVE collaboration._lock
RETURN collaboration.version AS version, collaboration.updated_at AS updated_at
