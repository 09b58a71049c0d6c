// The names of all people of a network and of what they hold or held, to be searched or chosen from.
// mode: read
// params: network_id, archived
// returns: id, name, positions, actors
MATCH (person:Person {network_id: $network_id})
WHERE (person.archived_at IS NOT NULL) = $archived
RETURN
  person.id AS id,
  person.name AS name,
  [(person)-[:HOLDS]->(position:Position) | position.name] AS positions,
  [(person)-[:HOLDS]->(:Position)-[:AT]->(actor:Actor) | actor.name] AS actors
ORDER BY person.sort_name, id
LIMIT 20000
