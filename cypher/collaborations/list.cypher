// One page of the collaborations of a network that pass the filters, in the asked order.
// mode: read
// params: network_id, ids, domain, neighbourhood, layer, form, status, programme, goal, cold, runs_out_by, involvement, archived, today, sort, skip, limit
// returns: id, name, form, layer, status, rhythm_days, started_on, last_contact_on, energy, alive, firm, known, archived_at, partners, funded_until, fundings
MATCH (collaboration:Collaboration {network_id: $network_id})
WHERE (collaboration.archived_at IS NOT NULL) = $archived
  AND ($ids IS NULL OR collaboration.id IN $ids)
  AND ($layer IS NULL OR collaboration.layer = $layer)
  AND ($form IS NULL OR collaboration.form = $form)
  AND ($status IS NULL OR collaboration.status = $status)
  AND ($involvement IS NULL OR collaboration.residents_involved = $involvement)
  AND ($runs_out_by IS NULL OR (collaboration.status <> 'ended' AND (
    collaboration.funded_until <= $runs_out_by
    OR EXISTS { MATCH (collaboration)-[funding:FUNDED_BY]->(:Actor) WHERE funding.until <= $runs_out_by })))
  AND ($programme IS NULL OR EXISTS { (collaboration)-[:USES]->(:Programme {id: $programme}) })
  AND ($goal IS NULL OR EXISTS { (collaboration)-[:CONTRIBUTES_TO]->(:PolicyGoal|ActionLine {id: $goal}) })
  AND ($domain IS NULL OR EXISTS {
    MATCH (collaboration)<-[part:TAKES_PART_IN]-(actor:Actor)-[:WORKS_IN {primary: true}]->(:Domain {id: $domain})
    WHERE actor.archived_at IS NULL AND (part.until IS NULL OR part.until >= $today)
  })
  AND ($neighbourhood IS NULL
    OR EXISTS { (collaboration)-[:HAPPENS_IN]->(:Neighbourhood {id: $neighbourhood}) }
    OR (NOT EXISTS { (collaboration)-[:HAPPENS_IN]->(:Neighbourhood) } AND EXISTS {
      MATCH (collaboration)<-[part:TAKES_PART_IN]-(actor:Actor)-[:LOCATED_IN]->(:Neighbourhood {id: $neighbourhood})
      WHERE actor.archived_at IS NULL AND (part.until IS NULL OR part.until >= $today)
    }))
WITH collaboration,
  CASE WHEN collaboration.started_on IS NULL OR collaboration.last_contact_on > collaboration.started_on
    THEN collaboration.last_contact_on ELSE collaboration.started_on END AS contact_on
WHERE $cold = false OR (collaboration.status = 'active'
  AND contact_on + duration({days: coalesce(collaboration.rhythm_days, 42)}) < $today)
WITH collaboration,
  CASE $sort
    WHEN 'contact' THEN coalesce(contact_on, date('0001-01-01'))
    ELSE date('0001-01-01')
  END AS contact,
  CASE $sort WHEN 'energie' THEN -coalesce(collaboration.energy, -1.0) ELSE 0.0 END AS rank
ORDER BY contact DESC, rank, collaboration.sort_name, collaboration.id
SKIP $skip
LIMIT $limit
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.form AS form,
  collaboration.layer AS layer,
  collaboration.status AS status,
  coalesce(collaboration.rhythm_days, 42) AS rhythm_days,
  collaboration.started_on AS started_on,
  collaboration.last_contact_on AS last_contact_on,
  collaboration.energy AS energy,
  collaboration.alive AS alive,
  collaboration.firm AS firm,
  coalesce(collaboration.known, 0) AS known,
  collaboration.archived_at AS archived_at,
  [(collaboration)<-[part:TAKES_PART_IN]-(actor:Actor)
    WHERE actor.archived_at IS NULL
      AND (part.until IS NULL OR part.until >= $today OR collaboration.status = 'ended') |
    actor {.id, .name}] AS partners,
  collaboration.funded_until AS funded_until,
  [(collaboration)-[funding:FUNDED_BY]->(:Actor) WHERE funding.until IS NOT NULL | funding.until] AS fundings
