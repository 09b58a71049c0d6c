// Take out what a person holds of a locked position without a last day, as if they never did.
// mode: write
// params: network_id, id, person_id
// returns: name
MATCH (person:Person {id: $person_id, network_id: $network_id})-[holds:HOLDS]->(position:Position {id: $id, network_id: $network_id})
WHERE holds.until IS NULL
DELETE holds
RETURN person.name AS name
