// Keep a view, or save an edit of one that is locked.
// mode: write
// params: network_id, id, user_id, properties, now
// returns: id
MERGE (view:SavedView {id: $id})
ON CREATE SET
  view.network_id = $network_id,
  view.user_id = $user_id,
  view.created_at = $now,
  view.version = 0
WITH view
WHERE view.network_id = $network_id
SET view += $properties, view.version = view.version + 1, view.updated_at = $now
RETURN view.id AS id
