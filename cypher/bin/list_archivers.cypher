// Who archived some things: the log tells it of the thing, or of what the thing belongs to.
// mode: read
// params: network_id, ids, since
// returns: subject_id, at, by_name
UNWIND $ids AS id
MATCH (change:Change {subject_id: id, network_id: $network_id})
WHERE change.at >= $since
RETURN change.subject_id AS subject_id, change.at AS at, change.by_name AS by_name
ORDER BY at, change.id
