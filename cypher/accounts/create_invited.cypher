// Across networks: make an account for an invited address, without a password, so that nobody can sign in to it.
// mode: write
// params: id, email, name, now
// returns: id
MERGE (user:User {id: $id})
ON CREATE SET
  user.email = $email,
  user.name = $name,
  user.is_admin = false,
  user.is_demo = false,
  user.session_epoch = 1,
  user.created_at = $now,
  user.updated_at = $now
RETURN user.id AS id
