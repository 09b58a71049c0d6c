// Across networks: whose calendar a key opens; a closed account has none.
// mode: read
// params: key
// returns: user_id
MATCH (user:User {calendar_key: $key})
WHERE user.disabled_at IS NULL
RETURN user.id AS user_id
ORDER BY user_id
LIMIT 1
