// The member of a network that a digest goes to, with those who may answer for the network.
// mode: read
// params: network_id, user_id
// returns: user_id, name, email, role, network_id, slug, network_name, regisseurs
MATCH (user:User {id: $user_id})-[member:MEMBER_OF]->(network:Network {id: $network_id})
WHERE user.disabled_at IS NULL AND network.archived_at IS NULL
RETURN
  user.id AS user_id,
  user.name AS name,
  user.email AS email,
  member.role AS role,
  network.id AS network_id,
  network.slug AS slug,
  network.name AS network_name,
  [(network)<-[:MEMBER_OF {role: 'regisseur'}]-(other:User) WHERE other.disabled_at IS NULL |
    other.email] AS regisseurs
