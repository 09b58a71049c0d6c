// End on a day what everybody, or one person, still holds of a locked position after that day.
// mode: write
// params: network_id, id, person_id, until
// returns: name
MATCH (person:Person {network_id: $network_id})-[holds:HOLDS]->(position:Position {id: $id, network_id: $network_id})
WHERE ($person_id IS NULL OR person.id = $person_id)
  AND (holds.until IS NULL OR holds.until > $until)
SET holds.until = $until
RETURN person.name AS name
ORDER BY name
