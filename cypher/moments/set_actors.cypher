// Say which partners of its network a contact moment is about.
// mode: write
// params: network_id, id, actor_ids
MATCH (moment:ContactMoment {id: $id, network_id: $network_id})
OPTIONAL MATCH (moment)-[old:ABOUT]->(:Actor)
DELETE old
WITH DISTINCT moment
UNWIND $actor_ids AS actor_id
MATCH (actor:Actor {id: actor_id, network_id: $network_id})
CREATE (moment)-[:ABOUT]->(actor)
