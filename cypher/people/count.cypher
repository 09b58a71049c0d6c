// How many people of a network pass the filters.
// mode: read
// params: network_id, ids, archived
// returns: total
MATCH (person:Person {network_id: $network_id})
WHERE (person.archived_at IS NOT NULL) = $archived AND ($ids IS NULL OR person.id IN $ids)
RETURN count(person) AS total
