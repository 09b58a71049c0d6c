// All partners of a network.
// mode: read
// params: network_id
// returns: id
MATCH (actor:Actor {network_id: $network_id})
RETURN actor.id AS id
ORDER BY id
LIMIT 50000
