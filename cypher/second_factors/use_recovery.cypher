// Across networks: use a recovery code, once.
// mode: write
// params: user_id, hash, token
// returns: codes_left
MATCH (user:User {id: $user_id})
SET user._lock = $token
REMOVE user._lock
WITH user
WHERE $hash IN coalesce(user.recovery_hashes, [])
SET user.recovery_hashes = [each IN user.recovery_hashes WHERE each <> $hash]
RETURN size(user.recovery_hashes) AS codes_left
