// Across networks: take the second factor of an account away, which ends its sessions everywhere.
// mode: write
// params: user_id, now
// returns: session_epoch
MATCH (user:User {id: $user_id})
SET user.session_epoch = user.session_epoch + 1, user.updated_at = $now
REMOVE user.totp_secret, user.totp_since, user.totp_step, user.recovery_hashes
RETURN user.session_epoch AS session_epoch
