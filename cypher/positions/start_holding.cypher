// Let a person hold a locked position from a day on; no row when there is no such person.
// mode: write
// params: network_id, id, person_id, since
// returns: name
MATCH (position:Position {id: $id, network_id: $network_id})
MATCH (person:Person {id: $person_id, network_id: $network_id})
CREATE (person)-[:HOLDS {since: $since, until: null}]->(position)
RETURN person.name AS name
