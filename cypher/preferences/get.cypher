// Across networks: which mails a user wants, one row per network that they may enter.
// mode: read
// params: user_id
// returns: user_id, name, email, bounced_at, network_id, slug, network_name, role, member_digest, member_summary, digest, weekday, combined, paused_until, reminders
MATCH (user:User {id: $user_id})-[member:MEMBER_OF]->(network:Network)
WHERE user.disabled_at IS NULL AND network.archived_at IS NULL
RETURN
  user.id AS user_id,
  user.name AS name,
  user.email AS email,
  user.mail_paused_at AS bounced_at,
  network.id AS network_id,
  network.slug AS slug,
  network.name AS network_name,
  member.role AS role,
  coalesce(member.digest, 'weekly') <> 'off' AS member_digest,
  coalesce(member.summary, 'monthly') <> 'off' AS member_summary,
  coalesce(user.digest, 'weekly') AS digest,
  coalesce(user.digest_weekday, 0) AS weekday,
  coalesce(user.digest_combined, false) AS combined,
  user.mail_paused_until AS paused_until,
  coalesce(user.reminders, 'daily') AS reminders
ORDER BY network_name, network_id
LIMIT 500
