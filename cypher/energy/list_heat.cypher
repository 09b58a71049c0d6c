// The collaborations that count in the heat table, with the domains and neighbourhoods of who takes part today.
// mode: read
// params: network_id, today
// returns: id, name, layer, status, energy, alive, firm, known, rhythm_days, started_on, last_contact_on, partners, neighbourhood_ids
MATCH (collaboration:Collaboration {network_id: $network_id})
WHERE collaboration.archived_at IS NULL AND collaboration.status IN ['active', 'planned', 'wished']
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
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
     neighbourhood_ids: [(actor)-[:LOCATED_IN]->(home:Neighbourhood) | home.id]}] AS partners,
  [(collaboration)-[:HAPPENS_IN]->(place:Neighbourhood) | place.id] AS neighbourhood_ids
ORDER BY coalesce(collaboration.energy, -1.0) DESC, collaboration.sort_name, id
LIMIT 20000
