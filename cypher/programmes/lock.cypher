// Take the write lock on a programme of a network's own and tell its version.
// mode: write
// params: network_id, id, token
// returns: version, updated_at
MATCH (programme:Programme {id: $id, network_id: $network_id})
SET programme._lock = $token
REMOVE programme._lock
RETURN programme.version AS version, programme.updated_at AS updated_at
