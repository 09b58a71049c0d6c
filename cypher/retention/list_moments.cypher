// Contact moments up to a day, the oldest first.
// mode: read
// params: network_id, until, limit
// returns: id, label, name, since
MATCH (moment:ContactMoment {network_id: $network_id})
WHERE moment.on <= $until
RETURN moment.id AS id, 'ContactMoment' AS label,
  coalesce(head([(moment)-[:ABOUT]->(about:Actor|Collaboration) | about.name]), '') AS name,
  moment.on AS since
ORDER BY since, id
LIMIT $limit
