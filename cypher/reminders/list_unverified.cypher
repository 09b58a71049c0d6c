// Partners of a network that nobody verified since a day, each with when they last were, or were added.
// mode: read
// params: network_id, until, created_before
// returns: id, name, verified_on, created_at
MATCH (actor:Actor {network_id: $network_id})
WHERE actor.archived_at IS NULL
  AND (actor.verified_on <= $until OR (actor.verified_on IS NULL AND actor.created_at < $created_before))
RETURN actor.id AS id, actor.name AS name, actor.verified_on AS verified_on, actor.created_at AS created_at
ORDER BY actor.sort_name, id
LIMIT 500
