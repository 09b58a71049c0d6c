// Across networks: stop reminders for a user, or let them come again as they came before.
// mode: write
// params: user_id, wanted, now
// returns: user_id
MATCH (user:User {id: $user_id})
WITH user, coalesce(user.reminders, 'daily') AS wish, coalesce(user.reminders_before, 'daily') AS before
WITH user, CASE WHEN wish = 'off' THEN before ELSE wish END AS wanted
SET
  user.reminders = CASE WHEN $wanted THEN wanted ELSE 'off' END,
  user.reminders_before = wanted,
  user.updated_at = $now
RETURN user.id AS user_id
