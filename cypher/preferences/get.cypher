// Across networks: which mails a user wants, one row per network that they may enter.
// mode: read
// params: user_id
// returns: user_id, name, email, reminders, network_id, slug, network_name, role, digest
MATCH (user:User {id: $user_id})-[member:MEMBER_OF]->(network:Network)
WHERE user.disabled_at IS NULL
RETURN
  user.id AS user_id,
  user.name AS name,
  user.email AS email,
  coalesce(user.reminders, 'daily') AS reminders,
  network.id AS network_id,
  network.slug AS slug,
  network.name AS network_name,
  member.role AS role,
  coalesce(member.digest, 'weekly') AS digest
ORDER BY network_name, network_id
LIMIT 500
