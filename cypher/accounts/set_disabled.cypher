// Across networks: close an account or open it again, which ends its sessions.
// mode: write
// params: id, disabled_at, now
// returns: name
MATCH (user:User {id: $id})
SET
  user.disabled_at = $disabled_at,
  user.session_epoch = user.session_epoch + 1,
  user.updated_at = $now
RETURN user.name AS name
