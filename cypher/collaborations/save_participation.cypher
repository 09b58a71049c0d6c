// Say as what and when a partner takes part, in the one of its roles and periods that was so.
// mode: write
// params: network_id, id, actor_id, was_role, was_since, was_until, role, since, until
// returns: actor_id
MATCH (actor:Actor {id: $actor_id, network_id: $network_id})-[part:TAKES_PART_IN]->(:Collaboration {id: $id, network_id: $network_id})
WHERE coalesce(part.role, '') = $was_role
  AND (part.since = $was_since OR (part.since IS NULL AND $was_since IS NULL))
  AND (part.until = $was_until OR (part.until IS NULL AND $was_until IS NULL))
SET part.role = $role, part.since = $since, part.until = $until
RETURN DISTINCT actor.id AS actor_id
