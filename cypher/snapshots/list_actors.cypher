// The partners of a network as they were known at the end of a day.
// mode: read
// params: network_id, recorded_before
// returns: id
MATCH (actor:Actor {network_id: $network_id})
WHERE actor.created_at < $recorded_before
  AND (actor.archived_at IS NULL OR actor.archived_at >= $recorded_before)
RETURN actor.id AS id
ORDER BY id
LIMIT 50000
