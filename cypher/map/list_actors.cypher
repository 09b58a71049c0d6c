// The partners of a network as the map draws them.
// mode: read
// params: network_id
// returns: id, name, sort_name, kind, domain_id, places, is_person, energy, active, lively, partners, last_contact_on, x, y, parent_id
MATCH (actor:Actor {network_id: $network_id})
WHERE actor.archived_at IS NULL
RETURN
  actor.id AS id,
  actor.name AS name,
  actor.sort_name AS sort_name,
  actor.kind AS kind,
  head([(actor)-[:WORKS_IN {primary: true}]->(domain:Domain) | domain.id]) AS domain_id,
  [(actor)-[:LOCATED_IN]->(place:Neighbourhood) | place {.id, .name}] AS places,
  coalesce(actor.is_person, false) AS is_person,
  actor.energy AS energy,
  coalesce(actor.active, 0) AS active,
  coalesce(actor.lively, 0) AS lively,
  coalesce(actor.partners, 0) AS partners,
  actor.last_contact_on AS last_contact_on,
  actor.x AS x,
  actor.y AS y,
  head([(actor)-[:PART_OF]->(parent:Actor) WHERE parent.archived_at IS NULL | parent.id]) AS parent_id
LIMIT 20000
