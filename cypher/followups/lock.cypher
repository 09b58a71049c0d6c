// Take the write lock on a follow-up and tell its version.
// mode: write
// params: network_id, id, token
// returns: version, updated_at
MATCH (followup:FollowUp {id: $id, network_id: $network_id})
SET followup._lock = $token
REMOVE followup._lock
RETURN followup.version AS version, followup.updated_at AS updated_at
