// The neighbourhoods that a network covers.
// mode: read
// params: network_id
// returns: id, name
MATCH (:Network {id: $network_id})-[:COVERS]->(neighbourhood:Neighbourhood)
RETURN neighbourhood.id AS id, neighbourhood.name AS name
ORDER BY neighbourhood.sort_name, id
LIMIT 2000
