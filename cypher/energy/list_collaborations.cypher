// All collaborations of a network.
// mode: read
// params: network_id
// returns: id
MATCH (collaboration:Collaboration {network_id: $network_id})
RETURN collaboration.id AS id
ORDER BY id
LIMIT 50000
