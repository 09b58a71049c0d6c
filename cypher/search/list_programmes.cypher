// The programmes that a network may use shared and own, to be found from every page; in any order.
// mode: read
// params: network_id, limit
// returns: id, name, search, about, sort_name
MATCH (programme:Programme)
WHERE (programme.network_id IS NULL OR programme.network_id = $network_id)
  AND programme.archived_at IS NULL
RETURN
  programme.id AS id,
  programme.name AS name,
  programme.search AS search,
  [programme.kind] AS about,
  programme.sort_name AS sort_name
LIMIT $limit
