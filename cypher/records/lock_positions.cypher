// Take the write lock on some positions, and tell what stands there and what else leans on them.
// mode: write
// params: network_id, ids, token
// returns: id, version, archived, fields, used_by
UNWIND $ids AS id
MATCH (position:Position {id: id, network_id: $network_id})
SET position._lock = $token
REMOVE position._lock
WITH position
RETURN
  position.id AS id,
  position.version AS version,
  position.archived_at IS NOT NULL AS archived,
  position {
    .name, .email, .phone,
    actor_id: head([(position)-[:AT]->(actor:Actor) | actor.id]),
    holders: [(position)<-[holds:HOLDS]-(person:Person) |
      {person_id: person.id, since: holds.since, until: holds.until}]
  } AS fields,
  [(position)<-[:WITH|CARRIED_BY]-(other) | other.id] AS used_by
