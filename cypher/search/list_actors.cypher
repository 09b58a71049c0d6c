// The partners of a network, to be found from every page; in any order.
// mode: read
// params: network_id, limit
// returns: id, name, search, about, sort_name
MATCH (actor:Actor {network_id: $network_id})
WHERE actor.archived_at IS NULL
RETURN
  actor.id AS id,
  actor.name AS name,
  actor.search AS search,
  [actor.kind] AS about,
  actor.sort_name AS sort_name
LIMIT $limit
