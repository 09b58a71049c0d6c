// The partners that came into a register or left it between two moments.
// mode: read
// params: network_id, since, before
// returns: id, name, came, went
MATCH (actor:Actor {network_id: $network_id})
WITH actor,
  actor.created_at >= $since AND actor.created_at < $before AS came,
  coalesce(actor.archived_at >= $since AND actor.archived_at < $before, false) AS went
WHERE came <> went
RETURN actor.id AS id, actor.name AS name, came, went
ORDER BY actor.sort_name, id
LIMIT 2000
