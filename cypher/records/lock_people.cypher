// Take the write lock on some people, and tell what stands there and what else leans on them.
// mode: write
// params: network_id, ids, token
// returns: id, version, archived, fields, used_by
UNWIND $ids AS id
MATCH (person:Person {id: id, network_id: $network_id})
SET person._lock = $token
REMOVE person._lock
WITH person
RETURN
  person.id AS id,
  person.version AS version,
  person.archived_at IS NOT NULL AS archived,
  person {.name, .email, .phone} AS fields,
  [(person)-[:HOLDS]->(position:Position) | position.id] AS used_by
