// Across networks: the users who want reminders and were members of a network at a moment.
// mode: read
// params: member_at, limit
// returns: user_id
MATCH (user:User)-[member:MEMBER_OF]->(:Network)
WHERE user.disabled_at IS NULL AND coalesce(user.reminders, 'daily') = 'daily' AND member.since <= $member_at
RETURN DISTINCT user.id AS user_id
ORDER BY user_id
LIMIT $limit
