// One page of the people of a network that pass the filters, in Dutch order.
// mode: read
// params: network_id, ids, archived, skip, limit
// returns: id, version, fields, positions, created_at, updated_at, archived_at
MATCH (person:Person {network_id: $network_id})
WHERE (person.archived_at IS NOT NULL) = $archived AND ($ids IS NULL OR person.id IN $ids)
WITH person
ORDER BY person.sort_name, person.id
SKIP $skip
LIMIT $limit
RETURN
  person.id AS id,
  person.version AS version,
  person {.name, .email, .phone} AS fields,
  [(person)-[holds:HOLDS]->(position:Position)-[:AT]->(actor:Actor) |
    {id: position.id, name: position.name, actor_id: actor.id, actor_name: actor.name,
     email: position.email, phone: position.phone, since: holds.since, until: holds.until,
     archived: position.archived_at IS NOT NULL OR actor.archived_at IS NOT NULL}] AS positions,
  person.created_at AS created_at,
  person.updated_at AS updated_at,
  person.archived_at AS archived_at
ORDER BY person.sort_name, id
