// The partners of a network by name, to be found from every page.
// mode: read
// params: network_id, limit
// returns: id, name, search, about
MATCH (actor:Actor {network_id: $network_id})
WHERE actor.archived_at IS NULL
RETURN actor.id AS id, actor.name AS name, actor.search AS search, [actor.kind] AS about
ORDER BY actor.sort_name, id
LIMIT $limit
