// Take the write lock on some contact moments, and tell what stands there and what else leans on them.
// mode: write
// params: network_id, ids, token
// returns: id, version, archived, fields, used_by
UNWIND $ids AS id
MATCH (moment:ContactMoment {id: id, network_id: $network_id})
SET moment._lock = $token
REMOVE moment._lock
WITH moment
RETURN
  moment.id AS id,
  moment.version AS version,
  moment.archived_at IS NOT NULL AS archived,
  moment {
    .on, .at, .channel, .note, .evidence, .heard_from, .plenary,
    actor_ids: [(moment)-[:ABOUT]->(actor:Actor) | actor.id],
    collaboration_ids: [(moment)-[:ABOUT]->(collaboration:Collaboration) | collaboration.id],
    position_ids: [(moment)-[:WITH]->(position:Position) | position.id]
  } AS fields,
  [] AS used_by
