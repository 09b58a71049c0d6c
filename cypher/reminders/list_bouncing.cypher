// The members of a network whose mail comes back, but for one of them.
// mode: read
// params: network_id, user_id
// returns: id, name, since
MATCH (user:User)-[:MEMBER_OF]->(:Network {id: $network_id})
WHERE user.disabled_at IS NULL AND user.mail_paused_at IS NOT NULL AND user.id <> $user_id
RETURN user.id AS id, user.name AS name, user.mail_paused_at AS since
ORDER BY name, id
LIMIT 500
