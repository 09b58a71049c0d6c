// Across networks: take the write lock on the mail with this key and tell how it stands; its user may be gone.
// mode: write
// params: key, lock
// returns: id, key, kind, state, reason, user_id, network_id, about_id, period_start, not_before, lease_until, attempts, interruptions, subject, sent_at, token
MATCH (message:Message {key: $key})
SET message._lock = $lock
REMOVE message._lock
WITH message
OPTIONAL MATCH (message)-[:TO]->(user:User)
RETURN
  message.id AS id,
  message.key AS key,
  message.kind AS kind,
  message.state AS state,
  message.reason AS reason,
  coalesce(user.id, '') AS user_id,
  message.network_id AS network_id,
  message.about_id AS about_id,
  message.period_start AS period_start,
  message.not_before AS not_before,
  message.lease_until AS lease_until,
  message.attempts AS attempts,
  message.interruptions AS interruptions,
  coalesce(message.subject, '') AS subject,
  message.sent_at AS sent_at,
  message.token AS token
