// Whether a partner would be a part of its own parts.
// mode: read
// params: network_id, id
// returns: circles
MATCH (actor:Actor {id: $id, network_id: $network_id})-[:PART_OF*1..20]->(above:Actor)
WHERE above.id = $id
RETURN count(above) AS circles
