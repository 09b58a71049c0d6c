// End the visits of an admin to a network, sooner than they end by themselves.
// mode: write
// params: network_id, user_id, now
// returns: id
MATCH (visit:Visit {network_id: $network_id})
WHERE visit.user_id = $user_id AND visit.ended_at IS NULL AND visit.ends_at > $now
SET visit.ended_at = $now, visit.updated_at = $now
RETURN visit.id AS id
