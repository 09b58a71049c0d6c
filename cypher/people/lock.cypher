// Take the write lock on a person and tell its version.
// mode: write
// params: network_id, id, token
// returns: version, updated_at
MATCH (person:Person {id: $id, network_id: $network_id})
SET person._lock = $token
REMOVE person._lock
RETURN person.version AS version, person.updated_at AS updated_at
