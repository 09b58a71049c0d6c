// Let a user into a network with a role, or give them another role in it, which ends their sessions.
// mode: write
// params: user_id, network_id, role, now
// returns: role
MATCH (user:User {id: $user_id})
MATCH (network:Network {id: $network_id})
MERGE (user)-[member:MEMBER_OF]->(network)
ON CREATE SET member.since = $now, member.digest = 'weekly'
WITH user, member, coalesce(member.role, $role) <> $role AS is_other
SET
  member.role = $role,
  user.session_epoch = user.session_epoch + CASE WHEN is_other THEN 1 ELSE 0 END
RETURN member.role AS role
