// How many contact moments there were from one day through another, as known then.
// mode: read
// params: network_id, since, on, recorded_before
// returns: moments
MATCH (moment:ContactMoment {network_id: $network_id})
WHERE moment.on >= $since AND moment.on <= $on AND moment.created_at < $recorded_before
  AND (moment.archived_at IS NULL OR moment.archived_at >= $recorded_before)
RETURN count(moment) AS moments
