// What partners do, did or wish to do together, with what it says of itself; memberships are left out.
// mode: read
// params: network_id, today
// returns: id, name, status, energy, alive, firm, rhythm_days, started_on, last_contact_on, partner_ids, life_stage_ids, prevention_type_ids, neighbourhood_ids, programme_ids
MATCH (collaboration:Collaboration {network_id: $network_id})
WHERE collaboration.archived_at IS NULL AND collaboration.form = 'working'
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.status AS status,
  collaboration.energy AS energy,
  collaboration.alive AS alive,
  collaboration.firm AS firm,
  coalesce(collaboration.rhythm_days, 42) AS rhythm_days,
  collaboration.started_on AS started_on,
  collaboration.last_contact_on AS last_contact_on,
  [(collaboration)<-[part:TAKES_PART_IN]-(actor:Actor)
    WHERE actor.archived_at IS NULL
      AND (part.until IS NULL OR part.until >= $today OR collaboration.status = 'ended') |
    actor.id] AS partner_ids,
  [(collaboration)-[:SERVES]->(stage:LifeStage) | stage.id] AS life_stage_ids,
  [(collaboration)-[:AIMS_AT]->(type:PreventionType) | type.id] AS prevention_type_ids,
  [(collaboration)-[:HAPPENS_IN]->(place:Neighbourhood) | place.id] AS neighbourhood_ids,
  [(collaboration)-[:USES]->(programme:Programme) | programme.id] AS programme_ids
ORDER BY coalesce(collaboration.energy, -1.0) DESC, collaboration.sort_name, id
LIMIT 50000
