// The programmes that a network may use by name, shared and own, to be found from every page.
// mode: read
// params: network_id, limit
// returns: id, name, search, about
MATCH (programme:Programme)
WHERE (programme.network_id IS NULL OR programme.network_id = $network_id)
  AND programme.archived_at IS NULL
RETURN
  programme.id AS id,
  programme.name AS name,
  programme.search AS search,
  [programme.kind] AS about
ORDER BY programme.sort_name, id
LIMIT $limit
