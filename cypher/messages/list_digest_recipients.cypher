// Across networks: the members who want the digest and were members at a moment.
// mode: read
// params: member_at, limit
// returns: user_id, network_id
MATCH (user:User)-[member:MEMBER_OF]->(network:Network)
WHERE user.disabled_at IS NULL AND coalesce(member.digest, 'weekly') = 'weekly' AND member.since <= $member_at
RETURN user.id AS user_id, network.id AS network_id
ORDER BY network_id, user_id
LIMIT $limit
