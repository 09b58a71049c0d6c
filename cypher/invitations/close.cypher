// Accept or withdraw an invitation that is open: of those who try at the same time one gets an answer.
// mode: write
// params: network_id, id, state, token, now
// returns: name, email, role
MATCH (invitation:Invitation {id: $id, network_id: $network_id})
SET invitation._lock = $token
REMOVE invitation._lock
WITH invitation
WHERE invitation.state = 'open'
SET invitation.state = $state, invitation.updated_at = $now
RETURN
  invitation.name AS name,
  invitation.email AS email,
  invitation.role AS role
