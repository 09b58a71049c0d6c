// Who may enter a network, by name.
// mode: read
// params: network_id
// returns: user_id, name, email, role
MATCH (user:User)-[member:MEMBER_OF]->(:Network {id: $network_id})
WHERE user.disabled_at IS NULL
RETURN user.id AS user_id, user.name AS name, user.email AS email, member.role AS role
ORDER BY name, user_id
LIMIT 500
