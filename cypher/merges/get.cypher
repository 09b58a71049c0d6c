// What stands on a partner itself, all that it is.
// mode: read
// params: network_id, id
// returns: properties
MATCH (actor:Actor {id: $id, network_id: $network_id})
RETURN properties(actor) AS properties
