// The collaborations of a network by name, to be found from every page.
// mode: read
// params: network_id, limit
// returns: id, name, search, about
MATCH (collaboration:Collaboration {network_id: $network_id})
WHERE collaboration.archived_at IS NULL
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.search AS search,
  [collaboration.status] AS about
ORDER BY collaboration.sort_name, id
LIMIT $limit
