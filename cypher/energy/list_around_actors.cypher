// The collaborations that some partners take or took part in.
// mode: read
// params: network_id, ids
// returns: id
UNWIND $ids AS id
MATCH (:Actor {id: id, network_id: $network_id})-[:TAKES_PART_IN]->(collaboration:Collaboration {network_id: $network_id})
RETURN DISTINCT collaboration.id AS id
ORDER BY id
