// Across networks: how many accounts pass the filters of the list.
// mode: read
// params: text, state
// returns: total
MATCH (user:User)
WHERE ($text IS NULL OR toLower(user.name) CONTAINS $text OR user.email CONTAINS $text)
  AND ($state IS NULL
    OR ($state = 'admin' AND user.is_admin = true)
    OR ($state = 'disabled' AND user.disabled_at IS NOT NULL)
    OR ($state = 'invited' AND user.password_hash IS NULL AND user.disabled_at IS NULL))
RETURN count(user) AS total
