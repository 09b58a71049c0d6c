// Make some collaborations, or save edits of ones that are locked.
// mode: write
// params: network_id, rows, now
// returns: id, version
UNWIND $rows AS row
MERGE (collaboration:Collaboration {id: row.id})
ON CREATE SET collaboration.network_id = $network_id, collaboration.created_at = $now, collaboration.version = 0
WITH collaboration, row
WHERE collaboration.network_id = $network_id
SET collaboration += row.properties, collaboration.version = collaboration.version + 1, collaboration.updated_at = $now
RETURN collaboration.id AS id, collaboration.version AS version
