// The names of all programmes that a network may use, to be searched or chosen from.
// mode: read
// params: network_id
// returns: id, name, search, archived
MATCH (programme:Programme)
WHERE programme.network_id IS NULL OR programme.network_id = $network_id
RETURN
  programme.id AS id,
  programme.name AS name,
  programme.search AS search,
  programme.archived_at IS NOT NULL AS archived
ORDER BY programme.sort_name, id
LIMIT 5000
