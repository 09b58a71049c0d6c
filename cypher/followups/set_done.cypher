// Say on which day a locked follow-up was done; null opens it again.
// mode: write
// params: network_id, id, done_on, now
// returns: id
MATCH (followup:FollowUp {id: $id, network_id: $network_id})
SET followup.done_on = $done_on, followup.version = followup.version + 1, followup.updated_at = $now
RETURN followup.id AS id
