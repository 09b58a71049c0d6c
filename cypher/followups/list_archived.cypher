// Archived follow-ups of a network or of one owner in it, the last archived first.
// mode: read
// params: network_id, owner_id, agreements, limit
// returns: id, version, what, kind, due_on, first_due_on, repeat, done_on, created_at, updated_at, archived_at, owner, about
MATCH (followup:FollowUp {network_id: $network_id})
WHERE followup.archived_at IS NOT NULL
  AND ($owner_id IS NULL OR EXISTS { (followup)-[:OWNED_BY]->(:User|Actor {id: $owner_id}) })
  AND ($agreements IS NULL OR EXISTS { (followup)-[:OWNED_BY]->(:Actor) } = $agreements)
RETURN
  followup.id AS id,
  followup.version AS version,
  followup.what AS what,
  followup.kind AS kind,
  followup.due_on AS due_on,
  followup.first_due_on AS first_due_on,
  coalesce(followup.repeat, '') AS repeat,
  followup.done_on AS done_on,
  followup.created_at AS created_at,
  followup.updated_at AS updated_at,
  followup.archived_at AS archived_at,
  head([(followup)-[:OWNED_BY]->(owner:User|Actor) | {id: owner.id, name: owner.name, kind: head(labels(owner))}]) AS owner,
  [(followup)-[:ABOUT]->(thing:Actor|Collaboration) | {id: thing.id, name: thing.name, kind: head(labels(thing))}] AS about
ORDER BY archived_at DESC, id
LIMIT $limit
