// Invite an account to a network, or invite it again; there is one invitation for each of the two.
// mode: write
// params: network_id, id, user_id, email, name, role, by_id, by_name, expires_at, now
// returns: id
MATCH (user:User {id: $user_id})
MERGE (invitation:Invitation {id: $id})
ON CREATE SET invitation.network_id = $network_id, invitation.created_at = $now
SET
  invitation.email = $email,
  invitation.name = $name,
  invitation.role = $role,
  invitation.state = 'open',
  invitation.by_id = $by_id,
  invitation.by_name = $by_name,
  invitation.expires_at = $expires_at,
  invitation.updated_at = $now
MERGE (invitation)-[:FOR]->(user)
RETURN invitation.id AS id
