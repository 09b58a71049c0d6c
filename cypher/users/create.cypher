// Make an account under an id that the caller made; again with the same id changes nothing.
// mode: write
// params: id, email, name, password_hash, is_admin, is_demo, now
// returns: id
MERGE (user:User {id: $id})
ON CREATE SET
  user.email = $email,
  user.name = $name,
  user.password_hash = $password_hash,
  user.is_admin = $is_admin,
  user.is_demo = $is_demo,
  user.session_epoch = 1,
  user.created_at = $now,
  user.updated_at = $now
RETURN user.id AS id
