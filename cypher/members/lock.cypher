// Lock who is a member of a network, and tell of one member the role and how many other regisseurs there are. The embedded engine only sees a race for a node that differs afterwards, hence the version.
// mode: write
// params: network_id, user_id, token
// returns: name, role, other_regisseurs
MATCH (network:Network {id: $network_id})
SET network._lock = $token, network.version = coalesce(network.version, 1) + 1
REMOVE network._lock
WITH network
MATCH (user:User {id: $user_id})-[member:MEMBER_OF]->(network)
RETURN
  user.name AS name,
  member.role AS role,
  COUNT {
    MATCH (network)<-[:MEMBER_OF {role: 'regisseur'}]-(other:User)
    WHERE other.disabled_at IS NULL AND other.id <> $user_id
  } AS other_regisseurs
