// Let a user into a network; who is a member already keeps their role.
// mode: write
// params: network_id, user_id, role, token, now
// returns: name, joined
MATCH (user:User {id: $user_id})
MATCH (network:Network {id: $network_id})
SET network._lock = $token, network.version = coalesce(network.version, 1) + 1
REMOVE network._lock
WITH user, network
OPTIONAL MATCH (user)-[was:MEMBER_OF]->(network)
WITH user, network, was IS NULL AS joined
MERGE (user)-[member:MEMBER_OF]->(network)
ON CREATE SET member.since = $now, member.digest = 'weekly', member.role = $role
RETURN user.name AS name, joined
