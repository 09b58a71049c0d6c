// Running collaborations of a network that end, or whose money does, before a day.
// mode: read
// params: network_id, today, until
// returns: id, name, partners, ended_on, funded_until
MATCH (collaboration:Collaboration {network_id: $network_id, status: 'active'})
WHERE collaboration.archived_at IS NULL
WITH
  collaboration,
  [(collaboration)-[funding:FUNDED_BY]->(:Actor) WHERE funding.until IS NOT NULL | funding.until] AS last_days,
  [(collaboration)<-[part:TAKES_PART_IN]-(actor:Actor)
    WHERE actor.archived_at IS NULL AND (part.until IS NULL OR part.until >= $today) | actor.name] AS partners
WITH
  collaboration,
  partners,
  last_days + CASE WHEN collaboration.funded_until IS NULL THEN [] ELSE [collaboration.funded_until] END AS funded_until
WHERE collaboration.ended_on <= $until OR any(day IN funded_until WHERE day <= $until)
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  partners,
  collaboration.ended_on AS ended_on,
  funded_until
ORDER BY collaboration.sort_name, id
LIMIT 500
