// The names of all partners of a network, to be searched or chosen from.
// mode: read
// params: network_id
// returns: id, name, search
MATCH (actor:Actor {network_id: $network_id})
RETURN actor.id AS id, actor.name AS name, actor.search AS search
ORDER BY actor.sort_name, id
LIMIT 20000
