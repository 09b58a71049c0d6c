// The newest contact moments about a partner, or about what it works on while it takes part.
// mode: read
// params: network_id, actor_id, skip, limit
// returns: id, version, on, at, channel, note, evidence, heard_from, between, plenary, logged_by, created_at, updated_at, archived_at, about, positions
MATCH (actor:Actor {id: $actor_id, network_id: $network_id})
MATCH (actor)-[parts:TAKES_PART_IN*0..1]->(thing:Actor|Collaboration)<-[:ABOUT]-(moment:ContactMoment {network_id: $network_id})
WHERE moment.archived_at IS NULL
  AND all(part IN parts WHERE (part.since IS NULL OR part.since <= moment.on)
    AND (part.until IS NULL OR moment.on <= part.until))
WITH DISTINCT moment
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
