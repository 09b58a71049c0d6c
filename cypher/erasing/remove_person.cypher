// Remove a person; the positions stay, held by nobody.
// mode: write
// params: network_id, id
// returns: removed
MATCH (person:Person {id: $id, network_id: $network_id})
DETACH DELETE person
RETURN count(*) AS removed
