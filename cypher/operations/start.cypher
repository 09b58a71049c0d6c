// Make the act that many changes will belong to; making it twice makes one.
// mode: write
// params: network_id, id, kind, title, at, by_id, by_name, undo_until, detail
// returns: is_new
MERGE (operation:Operation {id: $id})
ON CREATE SET
  operation.network_id = $network_id, operation.version = 0,
  operation.created_at = $at, operation.kind = $kind, operation.title = $title, operation.at = $at,
  operation.by_id = $by_id, operation.by_name = $by_name,
  operation.undo_until = $undo_until, operation.detail = $detail
WITH operation
WHERE operation.network_id = $network_id
SET operation.version = operation.version + 1, operation.updated_at = $at
RETURN operation.version = 1 AS is_new
