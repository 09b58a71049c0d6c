// Across networks: the open actions of a user in the networks that they may enter, the first due first.
// mode: read
// params: user_id, limit
// returns: id, version, kind, due_on, updated_at, slug, network_name, about
MATCH (user:User {id: $user_id})-[:MEMBER_OF]->(network:Network)
WHERE network.archived_at IS NULL
MATCH (user)<-[:OWNED_BY]-(action:FollowUp)
WHERE action.network_id = network.id AND action.done_on IS NULL AND action.archived_at IS NULL
RETURN
  action.id AS id,
  action.version AS version,
  action.kind AS kind,
  action.due_on AS due_on,
  action.updated_at AS updated_at,
  network.slug AS slug,
  network.name AS network_name,
  [(action)-[:ABOUT]->(thing:Actor|Collaboration) | thing.name] AS about
ORDER BY due_on, id
LIMIT $limit
