// The account behind a sign-in address, with what is needed to check its password.
// mode: read
// params: email
// returns: user_id, password_hash, session_epoch
MATCH (user:User {email: $email})
WHERE user.disabled_at IS NULL
RETURN user.id AS user_id, user.password_hash AS password_hash, user.session_epoch AS session_epoch
