// Across networks: stop any digest for a user, or let them come again as they came before.
// mode: write
// params: user_id, wanted, now
// returns: user_id
MATCH (user:User {id: $user_id})
WITH user, coalesce(user.digest, 'weekly') AS wish, coalesce(user.digest_before, 'weekly') AS before
WITH user, CASE WHEN wish = 'off' THEN before ELSE wish END AS wanted
SET
  user.digest = CASE WHEN $wanted THEN wanted ELSE 'off' END,
  user.digest_before = wanted,
  user.updated_at = $now
RETURN user.id AS user_id
