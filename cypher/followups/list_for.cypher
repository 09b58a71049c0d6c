// Follow-ups about a partner or collaboration, or owned by it: open ones first, by the day they are due.
// mode: read
// params: network_id, about_id, limit
// returns: id, version, what, kind, due_on, first_due_on, repeat, done_on, created_at, updated_at, archived_at, owner, about
OPTIONAL MATCH (actor:Actor {id: $about_id, network_id: $network_id})
OPTIONAL MATCH (collaboration:Collaboration {id: $about_id, network_id: $network_id})
WITH coalesce(actor, collaboration) AS thing
MATCH (thing)<-[:ABOUT|OWNED_BY]-(followup:FollowUp {network_id: $network_id})
WHERE followup.archived_at IS NULL
WITH DISTINCT followup
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
ORDER BY done_on IS NOT NULL, CASE WHEN done_on IS NULL THEN due_on END, done_on DESC, id
LIMIT $limit
