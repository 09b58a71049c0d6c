// Across networks: one account as the admin sees it, with its place in each network.
// mode: read
// params: id
// returns: id, email, name, is_admin, is_demo, disabled, invited, created_at, places
MATCH (user:User {id: $id})
RETURN
  user.id AS id,
  user.email AS email,
  user.name AS name,
  user.is_admin AS is_admin,
  user.is_demo AS is_demo,
  user.disabled_at IS NOT NULL AS disabled,
  user.password_hash IS NULL AS invited,
  user.created_at AS created_at,
  [(user)-[member:MEMBER_OF]->(network:Network) |
    {network_id: network.id, name: network.name, role: member.role}] AS places
