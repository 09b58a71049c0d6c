// How many collaborations of a network pass the filters; cold is active and past its rhythm.
// mode: read
// params: network_id, ids, domain, neighbourhood, layer, form, status, programme, goal, cold, runs_out_by, involvement, archived, today
// returns: total, active
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
RETURN count(collaboration) AS total, count(CASE WHEN collaboration.status = 'active' THEN 1 END) AS active
