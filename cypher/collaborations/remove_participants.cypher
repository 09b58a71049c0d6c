// Take out of a collaboration the partners that are not to be kept, as if they were never in it.
// mode: write
// params: network_id, id, actor_ids
// returns: actor_id
MATCH (actor:Actor {network_id: $network_id})-[part:TAKES_PART_IN]->(:Collaboration {id: $id, network_id: $network_id})
WHERE NOT actor.id IN $actor_ids
WITH part, actor.id AS actor_id
DELETE part
RETURN DISTINCT actor_id
ORDER BY actor_id
