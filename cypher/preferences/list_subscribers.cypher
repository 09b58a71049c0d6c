// Across networks: every member who may be mailed, with what they want; one row per network.
// mode: read
// params: limit
// returns: user_id, network_id, role, member_digest, member_summary, digest, weekday, combined, paused_until, reminders, member_since, wished_at
MATCH (user:User)-[member:MEMBER_OF]->(network:Network)
WHERE user.disabled_at IS NULL AND network.archived_at IS NULL
RETURN
  user.id AS user_id,
  network.id AS network_id,
  member.role AS role,
  coalesce(member.digest, 'weekly') <> 'off' AS member_digest,
  coalesce(member.summary, 'monthly') <> 'off' AS member_summary,
  coalesce(user.digest, 'weekly') AS digest,
  coalesce(user.digest_weekday, 0) AS weekday,
  coalesce(user.digest_combined, false) AS combined,
  user.mail_paused_until AS paused_until,
  coalesce(user.reminders, 'daily') AS reminders,
  member.since AS member_since,
  user.wished_at AS wished_at
ORDER BY network_id, user_id
LIMIT $limit
