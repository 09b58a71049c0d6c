// Take a partner out of a collaboration, as if it was never in it.
// mode: write
// params: network_id, id, actor_id
// returns: actor_id
MATCH (actor:Actor {id: $actor_id, network_id: $network_id})-[part:TAKES_PART_IN]->(:Collaboration {id: $id, network_id: $network_id})
WITH part, actor.id AS actor_id
DELETE part
RETURN DISTINCT actor_id
