// Take locked partners away, as if they had never been made, with what was decided on meeting them.
// mode: write
// params: network_id, ids
UNWIND $ids AS id
MATCH (actor:Actor {id: id, network_id: $network_id})
OPTIONAL MATCH (actor)<-[:BETWEEN]-(introduction:Introduction)
WITH collect(DISTINCT actor) AS actors, collect(DISTINCT introduction) AS introductions
FOREACH (each IN introductions | DETACH DELETE each)
FOREACH (each IN actors | DETACH DELETE each)
