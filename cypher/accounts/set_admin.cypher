// Across networks: let an account look after this installation or no longer, which ends its sessions.
// mode: write
// params: id, is_admin, now
// returns: name
MATCH (user:User {id: $id})
SET
  user.is_admin = $is_admin,
  user.session_epoch = user.session_epoch + 1,
  user.updated_at = $now
RETURN user.name AS name
