// The newest acts that touched many things, of one kind or of all.
// mode: read
// params: network_id, kind, limit
// returns: id, kind, title, at, by_id, by_name, undo_until, undone_at, undone_by_name, detail
MATCH (operation:Operation {network_id: $network_id})
WHERE $kind IS NULL OR operation.kind = $kind
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
  operation.detail AS detail
ORDER BY at DESC, id DESC
LIMIT $limit
