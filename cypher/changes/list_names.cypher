// What the ids in a log stand for, archived or not; members of other networks have no name here.
// mode: read
// params: network_id, ids
// returns: id, kind, name
UNWIND $ids AS id
OPTIONAL MATCH (actor:Actor {id: id, network_id: $network_id})
OPTIONAL MATCH (collaboration:Collaboration {id: id, network_id: $network_id})
OPTIONAL MATCH (position:Position {id: id, network_id: $network_id})
OPTIONAL MATCH (person:Person {id: id, network_id: $network_id})
OPTIONAL MATCH (programme:Programme {id: id})
WHERE programme.network_id = $network_id OR programme.network_id IS NULL
OPTIONAL MATCH (place:Neighbourhood {id: id})<-[:COVERS]-(:Network {id: $network_id})
OPTIONAL MATCH (user:User {id: id})-[:MEMBER_OF]->(:Network {id: $network_id})
OPTIONAL MATCH (moment:ContactMoment {id: id, network_id: $network_id})
OPTIONAL MATCH (followup:FollowUp {id: id, network_id: $network_id})
WITH coalesce(actor, collaboration, position, person, programme, place, user, moment, followup) AS thing
WHERE thing IS NOT NULL
RETURN thing.id AS id, head(labels(thing)) AS kind, coalesce(thing.name, '') AS name
