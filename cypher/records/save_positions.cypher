// Make some positions, or save edits of ones that are locked.
// mode: write
// params: network_id, rows, now
// returns: id, version
UNWIND $rows AS row
MERGE (position:Position {id: row.id})
ON CREATE SET position.network_id = $network_id, position.created_at = $now, position.version = 0
WITH position, row
WHERE position.network_id = $network_id
SET position += row.properties, position.version = position.version + 1, position.updated_at = $now
RETURN position.id AS id, position.version AS version
