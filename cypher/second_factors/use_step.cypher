// Across networks: use the code of one half minute, once; an older one is never taken again.
// mode: write
// params: user_id, step, token
// returns: step
MATCH (user:User {id: $user_id})
SET user._lock = $token
REMOVE user._lock
WITH user
WHERE user.totp_secret IS NOT NULL AND coalesce(user.totp_step, 0) < $step
SET user.totp_step = $step
RETURN user.totp_step AS step
