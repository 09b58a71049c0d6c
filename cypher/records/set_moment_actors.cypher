// Say which partners of the network some contact moments are about.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (moment:ContactMoment {id: row.id, network_id: $network_id})
OPTIONAL MATCH (moment)-[old:ABOUT]->(:Actor)
DELETE old
WITH DISTINCT moment, row
UNWIND row.actor_ids AS to_id
MATCH (actor:Actor {id: to_id, network_id: $network_id})
CREATE (moment)-[:ABOUT]->(actor)
