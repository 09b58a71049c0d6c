// The newest contact moments of a network, or the archived ones.
// mode: read
// params: network_id, archived, skip, limit
// returns: id, version, on, at, channel, note, evidence, heard_from, between, plenary, logged_by, created_at, updated_at, archived_at, about, positions
MATCH (moment:ContactMoment {network_id: $network_id})
WHERE (moment.archived_at IS NOT NULL) = $archived
RETURN
  moment.id AS id,
  moment.version AS version,
  moment.on AS on,
  moment.at AS at,
  moment.channel AS channel,
  moment.note AS note,
  moment.evidence AS evidence,
  moment.heard_from AS heard_from,
  coalesce(moment.between, 'us') AS between,
  moment.plenary AS plenary,
  head([(moment)-[:LOGGED_BY]->(user:User) | user.name]) AS logged_by,
  moment.created_at AS created_at,
  moment.updated_at AS updated_at,
  moment.archived_at AS archived_at,
  [(moment)-[:ABOUT]->(thing:Actor|Collaboration) | {id: thing.id, name: thing.name, kind: head(labels(thing))}] AS about,
  [(moment)-[:WITH]->(position:Position) | {id: position.id, name: position.name, kind: 'Position'}] AS positions
ORDER BY on DESC, coalesce(at, '') DESC, created_at DESC, id DESC
SKIP $skip LIMIT $limit
