// One act that touched many things, with how many.
// mode: read
// params: network_id, id
// returns: id, kind, title, at, by_id, by_name, undo_until, undone_at, undone_by_name, detail, changes
MATCH (operation:Operation {id: $id, network_id: $network_id})
OPTIONAL MATCH (change:Change {operation_id: $id, network_id: $network_id})
RETURN
  operation.id AS id,
  operation.kind AS kind,
  operation.title AS title,
  operation.at AS at,
  operation.by_id AS by_id,
  operation.by_name AS by_name,
  operation.undo_until AS undo_until,
  operation.undone_at AS undone_at,
  operation.undone_by_name AS undone_by_name,
  operation.detail AS detail,
  count(change) AS changes
