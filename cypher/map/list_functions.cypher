// The positions at some partners, each with the collaborations among some that it carries.
// mode: read
// params: network_id, actor_ids, collaboration_ids
// returns: id, name, actor_id, carries
UNWIND $actor_ids AS actor_id
MATCH (actor:Actor {id: actor_id, network_id: $network_id})<-[:AT]-(position:Position)
WHERE position.archived_at IS NULL
RETURN
  position.id AS id,
  position.name AS name,
  actor_id,
  [(position)<-[:CARRIED_BY]-(one:Collaboration) WHERE one.id IN $collaboration_ids | one.id] AS carries
ORDER BY name, id
LIMIT 500
