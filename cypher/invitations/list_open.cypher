// The invitations to a network that nobody accepted or withdrew, also those that ended; the newest first.
// mode: read
// params: network_id, limit
// returns: id, user_id, email, name, role, state, by_name, expires_at, updated_at
MATCH (invitation:Invitation {network_id: $network_id, state: 'open'})-[:FOR]->(user:User)
RETURN
  invitation.id AS id,
  user.id AS user_id,
  invitation.email AS email,
  invitation.name AS name,
  invitation.role AS role,
  invitation.state AS state,
  invitation.by_name AS by_name,
  invitation.expires_at AS expires_at,
  invitation.updated_at AS updated_at
ORDER BY updated_at DESC, id
LIMIT $limit
