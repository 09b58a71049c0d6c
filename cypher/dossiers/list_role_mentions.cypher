// Roles in collaborations in whose text one of some words stands, in lower case.
// mode: read
// params: network_id, keys
// returns: actor_id, actor_name, collaboration_id, collaboration_name, role
MATCH (actor:Actor {network_id: $network_id})-[part:TAKES_PART_IN]->(collaboration:Collaboration)
WHERE any(word IN $keys WHERE toLower(part.role) CONTAINS word)
RETURN actor.id AS actor_id, actor.name AS actor_name, collaboration.id AS collaboration_id,
  collaboration.name AS collaboration_name, part.role AS role
ORDER BY actor_id, collaboration_id
LIMIT 1000
