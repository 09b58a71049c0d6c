// Take a locked view away, or bring it back with null.
// mode: write
// params: network_id, id, archived_at, now
// returns: id
MATCH (view:SavedView {id: $id, network_id: $network_id})
SET view.archived_at = $archived_at, view.version = view.version + 1, view.updated_at = $now
RETURN view.id AS id
