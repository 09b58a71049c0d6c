// One person with the positions they hold and held.
// mode: read
// params: network_id, id
// returns: id, version, fields, positions, created_at, updated_at, archived_at
MATCH (person:Person {id: $id, network_id: $network_id})
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
