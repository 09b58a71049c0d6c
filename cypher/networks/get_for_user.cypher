// A network as one of its members enters it, with what they have to do there; no row for anybody else.
// mode: read
// params: slug, user_id
// returns: id, slug, name, kind, note, role, my_open_actions
MATCH (user:User {id: $user_id})-[member:MEMBER_OF]->(network:Network {slug: $slug})
OPTIONAL MATCH (user)<-[:OWNED_BY]-(action:FollowUp {network_id: network.id})
WHERE action.done_on IS NULL AND action.archived_at IS NULL
WITH member, network, count(action) AS my_open_actions
RETURN
  network.id AS id,
  network.slug AS slug,
  network.name AS name,
  network.kind AS kind,
  coalesce(network.note, '') AS note,
  member.role AS role,
  my_open_actions
