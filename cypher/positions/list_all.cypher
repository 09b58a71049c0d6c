// All positions of a network in any order, each with everybody who held, holds or will hold it: what an export holds.
// mode: read
// params: network_id, limit
// returns: id, version, fields, actor, holders, created_at, updated_at, archived_at
MATCH (position:Position {network_id: $network_id})
MATCH (position)-[:AT]->(actor:Actor {network_id: $network_id})
RETURN
  position.id AS id,
  position.version AS version,
  position {.name, .email, .phone} AS fields,
  {id: actor.id, name: actor.name, kind: 'Actor'} AS actor,
  [(position)<-[holds:HOLDS]-(person:Person) |
    {person_id: person.id, name: person.name, email: person.email, phone: person.phone,
     since: holds.since, until: holds.until, archived: person.archived_at IS NOT NULL}] AS holders,
  position.created_at AS created_at,
  position.updated_at AS updated_at,
  position.archived_at AS archived_at
LIMIT $limit
