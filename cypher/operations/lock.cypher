// Take the write lock on an operation, and tell what decides whether it may be undone.
// mode: write
// params: network_id, id, token
// returns: title, undone_at, undo_until
MATCH (operation:Operation {id: $id, network_id: $network_id})
SET operation._lock = $token
REMOVE operation._lock
RETURN operation.title AS title, operation.undone_at AS undone_at, operation.undo_until AS undo_until
