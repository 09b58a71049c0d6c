// What some ids of the network stand for, where it is there and not archived.
// mode: read
// params: network_id, ids
// returns: id, name
UNWIND $ids AS id
OPTIONAL MATCH (actor:Actor {id: id, network_id: $network_id})
OPTIONAL MATCH (person:Person {id: id, network_id: $network_id})
OPTIONAL MATCH (position:Position {id: id, network_id: $network_id})
OPTIONAL MATCH (collaboration:Collaboration {id: id, network_id: $network_id})
WITH coalesce(actor, person, position, collaboration) AS thing
WHERE thing IS NOT NULL AND thing.archived_at IS NULL
RETURN thing.id AS id, thing.name AS name
