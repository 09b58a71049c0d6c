// Across networks: the second factor of an account that may sign in; no row without one.
// mode: read
// params: user_id
// returns: secret, since, codes_left
MATCH (user:User {id: $user_id})
WHERE user.disabled_at IS NULL AND user.totp_secret IS NOT NULL
RETURN
  user.totp_secret AS secret,
  user.totp_since AS since,
  size(coalesce(user.recovery_hashes, [])) AS codes_left
