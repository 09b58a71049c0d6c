// Across networks: say whether a user wants reminders.
// mode: write
// params: user_id, reminders, now
// returns: user_id
MATCH (user:User {id: $user_id})
SET user.reminders = $reminders, user.updated_at = $now
RETURN user.id AS user_id
