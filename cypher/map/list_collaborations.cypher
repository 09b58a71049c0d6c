// The collaborations of a network that are not over, each with who takes part today.
// mode: read
// params: network_id, today
// returns: id, name, sort_name, form, layer, status, energy, rhythm_days, started_on, last_contact_on, x, y, partner_ids
MATCH (collaboration:Collaboration {network_id: $network_id})
WHERE collaboration.archived_at IS NULL AND collaboration.status <> 'ended'
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.sort_name AS sort_name,
  collaboration.form AS form,
  collaboration.layer AS layer,
  collaboration.status AS status,
  collaboration.energy AS energy,
  coalesce(collaboration.rhythm_days, 42) AS rhythm_days,
  collaboration.started_on AS started_on,
  collaboration.last_contact_on AS last_contact_on,
  collaboration.x AS x,
  collaboration.y AS y,
  [(collaboration)<-[part:TAKES_PART_IN]-(actor:Actor)
    WHERE actor.archived_at IS NULL AND (part.until IS NULL OR part.until >= $today) | actor.id] AS partner_ids
LIMIT 50000
