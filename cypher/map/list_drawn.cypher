// What the map draws of all collaborations of a network, archived ones too: their name and place.
// mode: read
// params: network_id
// returns: id, name, sort_name, x, y
MATCH (collaboration:Collaboration {network_id: $network_id})
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.sort_name AS sort_name,
  collaboration.x AS x,
  collaboration.y AS y
LIMIT 50000
