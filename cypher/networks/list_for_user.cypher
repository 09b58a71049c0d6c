// The networks that a user may enter, by name, with the counts beside the menu.
// mode: read
// params: user_id
// returns: id, slug, name, kind, note, role, partners, active_collaborations, my_open_actions
MATCH (user:User {id: $user_id})-[member:MEMBER_OF]->(network:Network)
WHERE network.archived_at IS NULL
OPTIONAL MATCH (actor:Actor {network_id: network.id})
WHERE actor.archived_at IS NULL
WITH user, member, network, count(actor) AS partners
OPTIONAL MATCH (collaboration:Collaboration {network_id: network.id, status: 'active'})
WHERE collaboration.archived_at IS NULL
WITH user, member, network, partners, count(collaboration) AS active_collaborations
OPTIONAL MATCH (user)<-[:OWNED_BY]-(action:FollowUp {network_id: network.id})
WHERE action.done_on IS NULL AND action.archived_at IS NULL
WITH member, network, partners, active_collaborations, count(action) AS my_open_actions
RETURN
  network.id AS id,
  network.slug AS slug,
  network.name AS name,
  network.kind AS kind,
  coalesce(network.note, '') AS note,
  member.role AS role,
  partners,
  active_collaborations,
  my_open_actions
ORDER BY name
LIMIT 500
