// Across networks: give an invited account its first password and its own name; one with a password stays as it is.
// mode: write
// params: id, name, password_hash, now
// returns: id
MATCH (user:User {id: $id})
WHERE user.password_hash IS NULL
SET
  user.name = $name,
  user.password_hash = $password_hash,
  user.session_epoch = user.session_epoch + 1,
  user.updated_at = $now
RETURN user.id AS id
