// One view of a network, taken away or not.
// mode: read
// params: network_id, id
// returns: id, version, user_id, name, page, query, shared
MATCH (view:SavedView {id: $id, network_id: $network_id})
RETURN
  view.id AS id,
  view.version AS version,
  view.user_id AS user_id,
  view.name AS name,
  view.page AS page,
  view.query AS query,
  view.shared AS shared
