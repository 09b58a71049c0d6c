// Make a person, or save an edit of one that is locked.
// mode: write
// params: network_id, id, properties, now
// returns: id, version
MERGE (person:Person {id: $id})
ON CREATE SET person.network_id = $network_id, person.created_at = $now, person.version = 0
WITH person
WHERE person.network_id = $network_id
SET person += $properties, person.version = person.version + 1, person.updated_at = $now
RETURN person.id AS id, person.version AS version
