// The functions at some partners: whom one could ask.
// mode: read
// params: network_id, ids
// returns: actor_id, id, name
UNWIND $ids AS actor_id
MATCH (:Actor {id: actor_id, network_id: $network_id})<-[:AT]-(position:Position)
WHERE position.archived_at IS NULL
RETURN actor_id, position.id AS id, position.name AS name
ORDER BY actor_id, name, id
