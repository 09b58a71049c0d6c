// Let who stopped on a day hold a locked position again.
// mode: write
// params: network_id, id, until
// returns: name
MATCH (person:Person {network_id: $network_id})-[holds:HOLDS {until: $until}]->(position:Position {id: $id, network_id: $network_id})
SET holds.until = null
RETURN person.name AS name
ORDER BY name
