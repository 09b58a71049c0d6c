// Across networks: give an account that has a second factor other recovery codes.
// mode: write
// params: user_id, recovery_hashes, now
// returns: id
MATCH (user:User {id: $user_id})
WHERE user.totp_secret IS NOT NULL
SET user.recovery_hashes = $recovery_hashes, user.updated_at = $now
RETURN user.id AS id
