// The collaborations of a network to be found from every page; in any order.
// mode: read
// params: network_id, limit
// returns: id, name, search, about, sort_name
MATCH (collaboration:Collaboration {network_id: $network_id})
WHERE collaboration.archived_at IS NULL
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.search AS search,
  [collaboration.status] AS about,
  collaboration.sort_name AS sort_name
LIMIT $limit
