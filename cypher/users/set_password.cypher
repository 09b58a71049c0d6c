// Give an account another password, which ends its sessions everywhere.
// mode: write
// params: id, password_hash, now
// returns: id
MATCH (user:User {id: $id})
SET
  user.password_hash = $password_hash,
  user.session_epoch = user.session_epoch + 1,
  user.updated_at = $now
RETURN user.id AS id
