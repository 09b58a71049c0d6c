// Make some people, or save edits of ones that are locked.
// mode: write
// params: network_id, rows, now
// returns: id, version
UNWIND $rows AS row
MERGE (person:Person {id: row.id})
ON CREATE SET person.network_id = $network_id, person.created_at = $now, person.version = 0
WITH person, row
WHERE person.network_id = $network_id
SET person += row.properties, person.version = person.version + 1, person.updated_at = $now
RETURN person.id AS id, person.version AS version
