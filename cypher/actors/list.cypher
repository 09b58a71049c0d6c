// One page of the partners of a network that pass the filters, in the asked order.
// mode: read
// params: network_id, domain, neighbourhood, kind, archived, roots_only, sort, skip, limit
// returns: id, name, kind, domain_ids, neighbourhoods, energy, active, lively, unmeasured, partners, last_contact_on, is_person, archived_at
MATCH (actor:Actor {network_id: $network_id})
WHERE (actor.archived_at IS NOT NULL) = $archived
  AND ($kind IS NULL OR actor.kind = $kind)
  AND ($domain IS NULL OR EXISTS { (actor)-[:WORKS_IN]->(:Domain {id: $domain}) })
  AND ($neighbourhood IS NULL
    OR EXISTS { (actor)-[:LOCATED_IN]->(:Neighbourhood {id: $neighbourhood}) })
  AND ($roots_only = false
    OR NOT EXISTS { MATCH (actor)-[:PART_OF]->(parent:Actor) WHERE parent.archived_at IS NULL })
WITH actor,
  CASE $sort
    WHEN 'energie' THEN -coalesce(actor.energy, -1.0)
    WHEN 'partners' THEN -toFloat(coalesce(actor.partners, 0))
    ELSE 0.0
  END AS rank,
  CASE $sort
    WHEN 'contact' THEN coalesce(actor.last_contact_on, date('0001-01-01'))
    ELSE date('0001-01-01')
  END AS contact
ORDER BY contact DESC, rank, actor.sort_name, actor.id
SKIP $skip
LIMIT $limit
RETURN
  actor.id AS id,
  actor.name AS name,
  actor.kind AS kind,
  [(actor)-[works:WORKS_IN {primary: true}]->(domain:Domain) | domain.id]
    + [(actor)-[works:WORKS_IN {primary: false}]->(domain:Domain) | domain.id] AS domain_ids,
  [(actor)-[:LOCATED_IN]->(place:Neighbourhood) | place.name] AS neighbourhoods,
  actor.energy AS energy,
  coalesce(actor.active, 0) AS active,
  coalesce(actor.lively, 0) AS lively,
  coalesce(actor.unmeasured, 0) AS unmeasured,
  coalesce(actor.partners, 0) AS partners,
  actor.last_contact_on AS last_contact_on,
  actor.is_person AS is_person,
  actor.archived_at AS archived_at
