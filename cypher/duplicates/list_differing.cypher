// The pairs of partners of which people said that they are not one.
// mode: read
// params: network_id
// returns: one_id, other_id
MATCH (one:Actor {network_id: $network_id})-[:DIFFERS_FROM]->(other:Actor {network_id: $network_id})
RETURN one.id AS one_id, other.id AS other_id
ORDER BY one_id, other_id
LIMIT 50000
