// Keep the same password under a stronger hash; sessions stay, and a password set meanwhile wins.
// mode: write
// params: id, old_hash, new_hash, now
// returns: replaced
MATCH (user:User {id: $id})
SET user._lock = $now
WITH user, user.password_hash = $old_hash AS same
REMOVE user._lock
SET
  user.password_hash = CASE WHEN same THEN $new_hash ELSE user.password_hash END,
  user.updated_at = CASE WHEN same THEN $now ELSE user.updated_at END
RETURN same AS replaced
