// How many changes of one thing the log has.
// mode: read
// params: network_id, subject_id
// returns: total
MATCH (change:Change {network_id: $network_id, subject_id: $subject_id})
RETURN count(change) AS total
