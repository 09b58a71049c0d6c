// Archive a person that is locked, or restore it with null.
// mode: write
// params: network_id, id, archived_at, now
// returns: name
MATCH (person:Person {id: $id, network_id: $network_id})
SET person.archived_at = $archived_at, person.version = person.version + 1, person.updated_at = $now
RETURN person.name AS name
