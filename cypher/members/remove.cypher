// Let somebody be a member no longer; what they own or wrote stays as it is.
// mode: write
// params: network_id, user_id
// returns: user_id
MATCH (user:User {id: $user_id})-[member:MEMBER_OF]->(:Network {id: $network_id})
DELETE member
RETURN user.id AS user_id
