// The contact persons of a network by last name, each with what they hold where, to be found from every page.
// mode: read
// params: network_id, limit
// returns: id, name, search, about
MATCH (person:Person {network_id: $network_id})
WHERE person.archived_at IS NULL
RETURN
  person.id AS id,
  person.name AS name,
  person.search AS search,
  [(person)-[:HOLDS]->(position:Position)-[:AT]->(actor:Actor)
    WHERE position.archived_at IS NULL | position.name + ', ' + actor.name] AS about
ORDER BY person.sort_name, id
LIMIT $limit
