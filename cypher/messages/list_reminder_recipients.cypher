// Across networks: the users who want reminders, were members at a moment and have none of this day.
// mode: read
// params: reminded_on, member_at, limit
// returns: user_id
MATCH (user:User)-[member:MEMBER_OF]->(:Network)
WHERE user.disabled_at IS NULL AND coalesce(user.reminders, 'daily') = 'daily' AND member.since <= $member_at
WITH DISTINCT user, 'reminders:' + user.id + ':' + $reminded_on AS key
WHERE NOT EXISTS { MATCH (message:Message) WHERE message.key = key }
RETURN user.id AS user_id
ORDER BY user_id
LIMIT $limit
