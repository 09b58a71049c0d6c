// The partner into which another was merged.
// mode: read
// params: network_id, id
// returns: id
MATCH (:MergedActor {id: $id, network_id: $network_id})-[:MERGED_INTO]->(actor:Actor {network_id: $network_id})
RETURN actor.id AS id
