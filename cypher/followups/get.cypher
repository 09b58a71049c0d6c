// One follow-up.
// mode: read
// params: network_id, id
// returns: id, version, what, kind, due_on, first_due_on, repeat, done_on, created_at, updated_at, archived_at, owner, about
MATCH (followup:FollowUp {id: $id, network_id: $network_id})
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
