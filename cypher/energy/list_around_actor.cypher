// The collaborations that an actor takes or took part in.
// mode: read
// params: network_id, actor_id
// returns: id
MATCH (:Actor {id: $actor_id, network_id: $network_id})-[:TAKES_PART_IN]->(collaboration:Collaboration {network_id: $network_id})
RETURN DISTINCT collaboration.id AS id
ORDER BY id
LIMIT 5000
