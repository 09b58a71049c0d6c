// The newest contact moments of a network by their line, to be found from every page.
// mode: read
// params: network_id, limit
// returns: id, name, search, about, on
MATCH (moment:ContactMoment {network_id: $network_id})
WHERE moment.archived_at IS NULL AND moment.note <> ''
RETURN
  moment.id AS id,
  moment.note AS name,
  '' AS search,
  [(moment)-[:ABOUT]->(thing:Actor|Collaboration) | thing.name] AS about,
  moment.on AS on
ORDER BY on DESC, id
LIMIT $limit
