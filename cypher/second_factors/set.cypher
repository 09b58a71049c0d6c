// Across networks: give an account a second factor, instead of an older one; trusted devices end.
// mode: write
// params: user_id, secret, step, recovery_hashes, now
// returns: session_epoch
MATCH (user:User {id: $user_id})
SET
  user.totp_secret = $secret,
  user.totp_since = $now,
  user.totp_step = $step,
  user.recovery_hashes = $recovery_hashes,
  user.session_epoch = user.session_epoch + 1,
  user.updated_at = $now
RETURN user.session_epoch AS session_epoch
