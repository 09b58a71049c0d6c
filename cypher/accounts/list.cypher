// Across networks: a part of the accounts of this installation, by name, narrowed by text or by what is special.
// mode: read
// params: text, state, skip, limit
// returns: id, email, name, is_admin, is_demo, disabled, invited, networks
MATCH (user:User)
WHERE ($text IS NULL OR toLower(user.name) CONTAINS $text OR user.email CONTAINS $text)
  AND ($state IS NULL
    OR ($state = 'admin' AND user.is_admin = true)
    OR ($state = 'disabled' AND user.disabled_at IS NOT NULL)
    OR ($state = 'invited' AND user.password_hash IS NULL AND user.disabled_at IS NULL))
WITH user
ORDER BY toLower(user.name), user.id
SKIP $skip
LIMIT $limit
RETURN
  user.id AS id,
  user.email AS email,
  user.name AS name,
  user.is_admin AS is_admin,
  user.is_demo AS is_demo,
  user.disabled_at IS NOT NULL AS disabled,
  user.password_hash IS NULL AS invited,
  [(user)-[:MEMBER_OF]->(network:Network) | network.name] AS networks
ORDER BY toLower(name), id
