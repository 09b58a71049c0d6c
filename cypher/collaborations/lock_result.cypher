// Take the write lock on a result and tell its version.
// mode: write
// params: network_id, id, token
// returns: version, updated_at
MATCH (result:Result {id: $id, network_id: $network_id})
SET result._lock = $token
REMOVE result._lock
RETURN result.version AS version, result.updated_at AS updated_at
