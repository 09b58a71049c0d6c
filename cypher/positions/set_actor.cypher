// Say at which partner of its network a position is; no row when there is no such partner.
// mode: write
// params: network_id, id, actor_id
// returns: name
MATCH (position:Position {id: $id, network_id: $network_id})
MATCH (actor:Actor {id: $actor_id, network_id: $network_id})
MERGE (position)-[:AT]->(actor)
RETURN actor.name AS name
