// The account behind an address, closed or not, and whether it is a member of a network already.
// mode: read
// params: network_id, email
// returns: user_id, is_member
MATCH (user:User {email: $email})
RETURN
  user.id AS user_id,
  EXISTS { MATCH (user)-[:MEMBER_OF]->(:Network {id: $network_id}) } AS is_member
