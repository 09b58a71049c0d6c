// Across networks: give a user another key to their calendar, or none with null; the old one opens nothing.
// mode: write
// params: user_id, key, since, now
// returns: id
MATCH (user:User {id: $user_id})
SET user.calendar_key = $key, user.calendar_since = $since, user.updated_at = $now
RETURN user.id AS id
