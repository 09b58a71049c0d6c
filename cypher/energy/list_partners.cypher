// The partners, now or before, of some collaborations.
// mode: read
// params: network_id, ids
// returns: id
UNWIND $ids AS id
MATCH (:Collaboration {id: id, network_id: $network_id})<-[:TAKES_PART_IN]-(actor:Actor {network_id: $network_id})
RETURN DISTINCT actor.id AS id
ORDER BY id
