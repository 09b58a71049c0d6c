// The partners of a network with what decides where they could help.
// mode: read
// params: network_id
// returns: id, name, is_person, parent_id, domain_id, domain_ids, life_stage_ids, places
MATCH (actor:Actor {network_id: $network_id})
WHERE actor.archived_at IS NULL
RETURN
  actor.id AS id,
  actor.name AS name,
  coalesce(actor.is_person, false) AS is_person,
  head([(actor)-[:PART_OF]->(parent:Actor) | parent.id]) AS parent_id,
  head([(actor)-[:WORKS_IN {primary: true}]->(domain:Domain) | domain.id]) AS domain_id,
  [(actor)-[:WORKS_IN]->(domain:Domain) | domain.id] AS domain_ids,
  [(actor)-[:REACHES]->(stage:LifeStage) | stage.id] AS life_stage_ids,
  [(actor)-[:LOCATED_IN]->(place:Neighbourhood) | place {.id, .name}] AS places
ORDER BY actor.sort_name, id
LIMIT 50000
