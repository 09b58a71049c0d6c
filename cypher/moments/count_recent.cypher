// How many contact moments a network has, or has in its archive.
// mode: read
// params: network_id, archived
// returns: total
MATCH (moment:ContactMoment {network_id: $network_id})
WHERE (moment.archived_at IS NOT NULL) = $archived
RETURN count(DISTINCT moment) AS total
