// Across networks: the address of a user is right again.
// mode: write
// params: user_id, now
// returns: user_id
MATCH (user:User {id: $user_id})
SET user.mail_paused_at = null, user.mail_paused_reason = null, user.mail_resumed_at = $now, user.updated_at = $now
RETURN user.id AS user_id
