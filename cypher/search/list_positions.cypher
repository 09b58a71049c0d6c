// The functions at the partners of a network by name, to be found from every page.
// mode: read
// params: network_id, limit
// returns: id, name, search, about
MATCH (position:Position {network_id: $network_id})
WHERE position.archived_at IS NULL
RETURN
  position.id AS id,
  position.name AS name,
  '' AS search,
  [(position)-[:AT]->(actor:Actor) WHERE actor.archived_at IS NULL | actor.name] AS about
ORDER BY name, id
LIMIT $limit
