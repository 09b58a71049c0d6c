// End the sessions of an account everywhere.
// mode: write
// params: id, now
// returns: session_epoch
MATCH (user:User {id: $id})
SET user.session_epoch = user.session_epoch + 1, user.updated_at = $now
RETURN user.session_epoch AS session_epoch
