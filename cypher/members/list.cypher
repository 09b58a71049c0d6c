// Who is a member of a network, also whose account is closed, with whether its mail reaches them.
// mode: read
// params: network_id, limit
// returns: user_id, name, email, role, since, gets_digest, bounces, disabled
MATCH (user:User)-[member:MEMBER_OF]->(:Network {id: $network_id})
RETURN
  user.id AS user_id,
  user.name AS name,
  user.email AS email,
  member.role AS role,
  member.since AS since,
  coalesce(user.digest, 'weekly') <> 'off' AND coalesce(member.digest, 'weekly') <> 'off' AS gets_digest,
  user.mail_paused_at IS NOT NULL AS bounces,
  user.disabled_at IS NOT NULL AS disabled
ORDER BY name, user_id
LIMIT $limit
