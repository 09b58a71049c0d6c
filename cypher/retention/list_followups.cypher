// Actions and agreements that were done up to a day, the longest ago first.
// mode: read
// params: network_id, until, limit
// returns: id, label, name, since
MATCH (followup:FollowUp {network_id: $network_id})
WHERE followup.done_on <= $until
RETURN followup.id AS id, 'FollowUp' AS label, followup.what AS name, followup.done_on AS since
ORDER BY since, id
LIMIT $limit
