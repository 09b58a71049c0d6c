// The views that a user has in a network: their own, and those that everybody shares.
// mode: read
// params: network_id, user_id, page, limit
// returns: id, version, user_id, name, page, query, shared
MATCH (view:SavedView {network_id: $network_id})
WHERE view.archived_at IS NULL
  AND (view.shared OR view.user_id = $user_id)
  AND ($page IS NULL OR view.page = $page)
RETURN
  view.id AS id,
  view.version AS version,
  view.user_id AS user_id,
  view.name AS name,
  view.page AS page,
  view.query AS query,
  view.shared AS shared
ORDER BY view.sort_name, id
LIMIT $limit
