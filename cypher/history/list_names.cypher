// What the collaborations of a network are called, also those that are archived.
// mode: read
// params: network_id
// returns: id, name
MATCH (collaboration:Collaboration {network_id: $network_id})
RETURN collaboration.id AS id, collaboration.name AS name
ORDER BY collaboration.sort_name, id
LIMIT 50000
