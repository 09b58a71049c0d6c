// Across networks: say how often a user wants which mail; what was due before is not made up for.
// mode: write
// params: user_id, digest, weekday, combined, paused_until, reminders, now
// returns: user_id
MATCH (user:User {id: $user_id})
SET
  user.digest = $digest,
  user.digest_weekday = $weekday,
  user.digest_combined = $combined,
  user.mail_paused_until = $paused_until,
  user.reminders = $reminders,
  user.wished_at = $now,
  user.updated_at = $now
RETURN user.id AS user_id
