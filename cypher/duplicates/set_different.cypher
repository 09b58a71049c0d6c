// Remember that two partners are not one, or forget it.
// mode: write
// params: network_id, one_id, other_id, different
// returns: one_name, other_name
MATCH (one:Actor {id: $one_id, network_id: $network_id})
MATCH (other:Actor {id: $other_id, network_id: $network_id})
OPTIONAL MATCH (one)-[old:DIFFERS_FROM]-(other)
DELETE old
WITH DISTINCT one, other
FOREACH (_ IN CASE WHEN $different = true THEN [1] ELSE [] END | CREATE (one)-[:DIFFERS_FROM]->(other))
RETURN one.name AS one_name, other.name AS other_name
