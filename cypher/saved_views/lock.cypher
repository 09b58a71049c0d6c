// Take the write lock on a view and tell its version.
// mode: write
// params: network_id, id, token
// returns: version, updated_at
MATCH (view:SavedView {id: $id, network_id: $network_id})
SET view._lock = $token
REMOVE view._lock
RETURN view.version AS version, view.updated_at AS updated_at
