// Across networks: since when a user has the calendar address that works now.
// mode: read
// params: user_id
// returns: since
MATCH (user:User {id: $user_id})
WHERE user.calendar_key IS NOT NULL
RETURN user.calendar_since AS since
