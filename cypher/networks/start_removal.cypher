// Begin to remove a network that is in the archive since a moment or longer.
// mode: write
// params: id, archived_before, token, now
// returns: name
MATCH (network:Network {id: $id})
SET network._lock = $token
REMOVE network._lock
WITH network
WHERE network.archived_at <= $archived_before AND network.removing_since IS NULL
SET network.removing_since = $now, network.updated_at = $now
RETURN network.name AS name
