// Take the write lock on a partner and tell its version.
// mode: write
// params: network_id, id, token
// returns: version, updated_at
MATCH (actor:Actor {id: $id, network_id: $network_id})
SET actor._lock = $token
REMOVE actor._lock
RETURN actor.version AS version, actor.updated_at AS updated_at
