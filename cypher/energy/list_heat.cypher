// The collaborations that count in the heat tables, with the domains, neighbourhoods and life stages of who takes part today.
// mode: read
// params: network_id, today
// returns: id, name, form, layer, status, energy, alive, firm, known, rhythm_days, started_on, last_contact_on, partners, neighbourhood_ids, life_stage_ids, programme_life_stage_ids
MATCH (collaboration:Collaboration {network_id: $network_id})
WHERE collaboration.archived_at IS NULL AND collaboration.status IN ['active', 'planned', 'wished']
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.form AS form,
  collaboration.layer AS layer,
  collaboration.status AS status,
  collaboration.energy AS energy,
  collaboration.alive AS alive,
  collaboration.firm AS firm,
  coalesce(collaboration.known, 0) AS known,
  coalesce(collaboration.rhythm_days, 42) AS rhythm_days,
  collaboration.started_on AS started_on,
  collaboration.last_contact_on AS last_contact_on,
  [(collaboration)<-[part:TAKES_PART_IN]-(actor:Actor)
    WHERE actor.archived_at IS NULL AND (part.until IS NULL OR part.until >= $today) |
    {id: actor.id, name: actor.name,
     domain_id: head([(actor)-[:WORKS_IN {primary: true}]->(domain:Domain) | domain.id]),
     neighbourhood_ids: [(actor)-[:LOCATED_IN]->(home:Neighbourhood) | home.id],
     life_stage_ids: [(actor)-[:REACHES]->(stage:LifeStage) | stage.id]}] AS partners,
  [(collaboration)-[:HAPPENS_IN]->(place:Neighbourhood) | place.id] AS neighbourhood_ids,
  [(collaboration)-[:SERVES]->(stage:LifeStage) | stage.id] AS life_stage_ids,
  [(collaboration)-[:USES]->(programme:Programme)-[:SERVES]->(stage:LifeStage) | stage.id] AS programme_life_stage_ids
ORDER BY coalesce(collaboration.energy, -1.0) DESC, collaboration.sort_name, id
LIMIT 20000
