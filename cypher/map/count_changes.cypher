// How often people changed something in a network since a moment: tells whether a kept drawing is still true.
// mode: read
// params: network_id, since
// returns: changes
MATCH (change:Change {network_id: $network_id})
WHERE change.at >= $since
RETURN count(change) AS changes
