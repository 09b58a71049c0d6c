// Give a member another role.
// mode: write
// params: network_id, user_id, role
// returns: role
MATCH (:User {id: $user_id})-[member:MEMBER_OF]->(:Network {id: $network_id})
SET member.role = $role
RETURN member.role AS role
