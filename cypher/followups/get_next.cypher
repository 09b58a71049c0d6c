// What was made when a repeating follow-up was done, if it stands as it was made.
// mode: read
// params: network_id, id
// returns: id, untouched
MATCH (:FollowUp {id: $id, network_id: $network_id})-[:FOLLOWED_BY]->(next:FollowUp {network_id: $network_id})
RETURN next.id AS id, next.version = 1 AND next.archived_at IS NULL AS untouched
