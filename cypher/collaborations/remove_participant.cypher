// Take a partner out of a collaboration in one of its roles and periods, as if it never was in it so.
// mode: write
// params: network_id, id, actor_id, was_role, was_since, was_until
// returns: actor_id
MATCH (actor:Actor {id: $actor_id, network_id: $network_id})-[part:TAKES_PART_IN]->(:Collaboration {id: $id, network_id: $network_id})
WHERE coalesce(part.role, '') = $was_role
  AND (part.since = $was_since OR (part.since IS NULL AND $was_since IS NULL))
  AND (part.until = $was_until OR (part.until IS NULL AND $was_until IS NULL))
WITH part, actor.id AS actor_id
DELETE part
RETURN DISTINCT actor_id
