// Close a network for its members, or open it again; not one that is being removed.
// mode: write
// params: id, archived_at, token, now
// returns: name, changed
MATCH (network:Network {id: $id})
SET network._lock = $token
REMOVE network._lock
WITH network
WHERE network.removing_since IS NULL
WITH network, (network.archived_at IS NULL) <> ($archived_at IS NULL) AS changed
SET
  network.archived_at = CASE WHEN changed THEN $archived_at ELSE network.archived_at END,
  network.updated_at = $now
RETURN network.name AS name, changed
