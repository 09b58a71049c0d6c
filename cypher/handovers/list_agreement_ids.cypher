// Which open agreements of partners a user made: nobody here owns them, so somebody has to watch them.
// mode: read
// params: network_id, user_id, limit
// returns: id
MATCH (agreement:FollowUp {network_id: $network_id})-[:OWNED_BY]->(:Actor)
WHERE agreement.done_on IS NULL AND agreement.archived_at IS NULL
WITH agreement
MATCH (change:Change {subject_id: agreement.id})
WHERE change.network_id = $network_id AND change.verb = 'added' AND change.by_id = $user_id
RETURN DISTINCT agreement.id AS id
ORDER BY id
LIMIT $limit
