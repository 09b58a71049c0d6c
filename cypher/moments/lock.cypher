// Take the write lock on a contact moment and tell its version.
// mode: write
// params: network_id, id, token
// returns: version, updated_at
MATCH (moment:ContactMoment {id: $id, network_id: $network_id})
SET moment._lock = $token
REMOVE moment._lock
RETURN moment.version AS version, moment.updated_at AS updated_at
