// The collaborations of a network that are not over, each with who takes part today.
// mode: read
// params: network_id, today
// returns: id, name, form, layer, status, energy, rhythm_days, started_on, last_contact_on, x, y, partner_ids
MATCH (collaboration:Collaboration {network_id: $network_id})
WHERE collaboration.archived_at IS NULL AND collaboration.status <> 'ended'
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.form AS form,
  collaboration.layer AS layer,
  collaboration.status AS status,
  collaboration.energy AS energy,
  coalesce(collaboration.rhythm_days, 42) AS rhythm_days,
  collaboration.started_on AS started_on,
  collaboration.last_contact_on AS last_contact_on,
  collaboration.x AS x,
  collaboration.y AS y,
  [(actor:Actor)-[part:TAKES_PART_IN]->(collaboration)
    WHERE actor.archived_at IS NULL AND (part.until IS NULL OR part.until >= $today) | actor.id] AS partner_ids
ORDER BY collaboration.sort_name, id
LIMIT 20000
