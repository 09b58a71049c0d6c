// Give an account another address, which ends its sessions; mail to it comes back no longer.
// mode: write
// params: id, email, now
// returns: id
MATCH (user:User {id: $id})
SET
  user.email = $email,
  user.session_epoch = user.session_epoch + 1,
  user.mail_paused_at = null,
  user.mail_paused_reason = null,
  user.mail_resumed_at = $now,
  user.updated_at = $now
RETURN user.id AS id
