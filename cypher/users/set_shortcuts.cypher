// Say whether keys lead a user to the search field.
// mode: write
// params: id, shortcuts, now
// returns: id
MATCH (user:User {id: $id})
SET user.shortcuts = $shortcuts, user.updated_at = $now
RETURN user.id AS id
