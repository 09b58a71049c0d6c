// How many contact moments are about a collaboration.
// mode: read
// params: network_id, collaboration_id
// returns: total
MATCH (:Collaboration {id: $collaboration_id, network_id: $network_id})<-[:ABOUT]-(moment:ContactMoment {network_id: $network_id})
WHERE moment.archived_at IS NULL
RETURN count(DISTINCT moment) AS total
