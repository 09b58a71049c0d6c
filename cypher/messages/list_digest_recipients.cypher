// Across networks: the members who want the digest, were members at a moment and have none this week.
// mode: read
// params: monday, member_at, limit
// returns: user_id, network_id
MATCH (user:User)-[member:MEMBER_OF]->(network:Network)
WHERE user.disabled_at IS NULL AND coalesce(member.digest, 'weekly') = 'weekly' AND member.since <= $member_at
WITH user, network, 'digest:' + user.id + ':' + network.id + ':' + $monday AS key
WHERE NOT EXISTS { MATCH (message:Message) WHERE message.key = key }
RETURN user.id AS user_id, network.id AS network_id
ORDER BY network_id, user_id
LIMIT $limit
