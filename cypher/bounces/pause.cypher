// Across networks: mail a user no more, until the address is right again.
// mode: write
// params: user_id, reason, now
// returns: user_id
MATCH (user:User {id: $user_id})
SET user.mail_paused_at = coalesce(user.mail_paused_at, $now), user.mail_paused_reason = $reason, user.updated_at = $now
RETURN user.id AS user_id
