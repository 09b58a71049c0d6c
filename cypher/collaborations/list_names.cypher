// The names of all collaborations of a network, to be searched or chosen from.
// mode: read
// params: network_id
// returns: id, name, search, archived
MATCH (collaboration:Collaboration {network_id: $network_id})
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.search AS search,
  collaboration.archived_at IS NOT NULL AS archived
ORDER BY collaboration.sort_name, id
LIMIT 20000
