// An account that may sign in, with the networks it may enter; one row per network, or one row without.
// mode: read
// params: id
// returns: id, email, name, is_admin, is_demo, session_epoch, shortcuts, mail_bounces, network_id, slug, network_name, kind, note, role, my_open_actions
MATCH (user:User {id: $id})
WHERE user.disabled_at IS NULL
OPTIONAL MATCH (user)-[member:MEMBER_OF]->(network:Network)
WHERE network.archived_at IS NULL
RETURN
  user.id AS id,
  user.email AS email,
  user.name AS name,
  user.is_admin AS is_admin,
  user.is_demo AS is_demo,
  user.session_epoch AS session_epoch,
  coalesce(user.shortcuts, true) AS shortcuts,
  user.mail_paused_at IS NOT NULL AS mail_bounces,
  network.id AS network_id,
  network.slug AS slug,
  network.name AS network_name,
  network.kind AS kind,
  coalesce(network.note, '') AS note,
  member.role AS role,
  COUNT {
    MATCH (user)<-[:OWNED_BY]-(action:FollowUp)
    WHERE action.network_id = network.id AND action.done_on IS NULL AND action.archived_at IS NULL
  } AS my_open_actions
ORDER BY network_name
LIMIT 500
