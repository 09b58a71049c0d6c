// Write down a puls of a collaboration, heard from a partner of the network or felt by a user.
// mode: write
// params: network_id, id, rating_id, value, on, rater_id, now
// returns: name, rater
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
MATCH (rater:Actor|User {id: $rater_id})
WHERE rater.network_id = $network_id OR EXISTS { (rater)-[:MEMBER_OF]->(:Network {id: $network_id}) }
MERGE (rating:Rating {id: $rating_id})
SET rating.network_id = $network_id, rating.value = $value, rating.on = $on, rating.version = 1,
    rating.created_at = $now, rating.updated_at = $now
MERGE (rating)-[:OF]->(collaboration)
MERGE (rating)-[:BY]->(rater)
RETURN collaboration.name AS name, rater.name AS rater
