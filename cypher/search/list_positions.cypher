// The functions at the partners of a network to be found from every page; in any order.
// mode: read
// params: network_id, limit
// returns: id, name, search, about, sort_name
MATCH (position:Position {network_id: $network_id})
WHERE position.archived_at IS NULL
RETURN
  position.id AS id,
  position.name AS name,
  '' AS search,
  [(position)-[:AT]->(actor:Actor) WHERE actor.archived_at IS NULL | actor.name] AS about,
  toLower(position.name) AS sort_name
LIMIT $limit
