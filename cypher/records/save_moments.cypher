// Make some contact moments, or save edits of ones that are locked.
// mode: write
// params: network_id, rows, now
// returns: id, version
UNWIND $rows AS row
MERGE (moment:ContactMoment {id: row.id})
ON CREATE SET moment.network_id = $network_id, moment.created_at = $now, moment.version = 0
WITH moment, row
WHERE moment.network_id = $network_id
SET moment += row.properties, moment.version = moment.version + 1, moment.updated_at = $now
RETURN moment.id AS id, moment.version AS version
