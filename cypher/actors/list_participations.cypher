// The collaborations of a partner, with the others in each.
// mode: read
// params: network_id, id
// returns: id, name, form, layer, status, role, since, until, energy, alive, firm, known, rhythm_days, started_on, last_contact_on, archived, source, partners
MATCH (actor:Actor {id: $id, network_id: $network_id})-[part:TAKES_PART_IN]->(collaboration:Collaboration {network_id: $network_id})
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.form AS form,
  collaboration.layer AS layer,
  collaboration.status AS status,
  coalesce(part.role, '') AS role,
  part.since AS since,
  part.until AS until,
  collaboration.energy AS energy,
  collaboration.alive AS alive,
  collaboration.firm AS firm,
  coalesce(collaboration.known, 0) AS known,
  coalesce(collaboration.rhythm_days, 42) AS rhythm_days,
  collaboration.started_on AS started_on,
  collaboration.last_contact_on AS last_contact_on,
  collaboration.archived_at IS NOT NULL AS archived,
  coalesce(part.source, []) AS source,
  [(other:Actor)-[:TAKES_PART_IN]->(collaboration) WHERE other.id <> $id |
    {id: other.id, name: other.name,
     domain_id: head([(other)-[:WORKS_IN {primary: true}]->(domain:Domain) | domain.id])}] AS partners
ORDER BY coalesce(collaboration.energy, -1.0) DESC, collaboration.sort_name, id
LIMIT 500
