// The contact persons of a network with what they hold where, to be found from every page; in any order.
// mode: read
// params: network_id, limit
// returns: id, name, search, about, sort_name
MATCH (person:Person {network_id: $network_id})
WHERE person.archived_at IS NULL
RETURN
  person.id AS id,
  person.name AS name,
  person.search AS search,
  [(person)-[:HOLDS]->(position:Position)-[:AT]->(actor:Actor)
    WHERE position.archived_at IS NULL | position.name + ', ' + actor.name] AS about,
  person.sort_name AS sort_name
LIMIT $limit
