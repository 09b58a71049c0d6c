// All accounts of this installation, by name, with one row per network that an account may enter.
// mode: read
// params: limit
// returns: id, email, name, is_admin, is_demo, disabled, network_name
MATCH (user:User)
WITH user
ORDER BY user.name, user.id
LIMIT $limit
OPTIONAL MATCH (user)-[:MEMBER_OF]->(network:Network)
RETURN
  user.id AS id,
  user.email AS email,
  user.name AS name,
  user.is_admin AS is_admin,
  user.is_demo AS is_demo,
  user.disabled_at IS NOT NULL AS disabled,
  network.name AS network_name
ORDER BY name, id, network_name
LIMIT 5000
