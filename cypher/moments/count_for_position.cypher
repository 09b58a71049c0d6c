// How many contact moments were with whoever held a position.
// mode: read
// params: network_id, position_id
// returns: total
MATCH (:Position {id: $position_id, network_id: $network_id})<-[:WITH]-(moment:ContactMoment {network_id: $network_id})
WHERE moment.archived_at IS NULL
RETURN count(DISTINCT moment) AS total
