// Let a user into a network with a role, or give them another role in it.
// mode: write
// params: user_id, network_id, role, now
// returns: role
MATCH (user:User {id: $user_id})
MATCH (network:Network {id: $network_id})
MERGE (user)-[member:MEMBER_OF]->(network)
ON CREATE SET member.since = $now, member.digest = 'weekly'
SET member.role = $role
RETURN member.role AS role
