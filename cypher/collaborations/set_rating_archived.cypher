// Take back a puls of a collaboration, or count it again with null.
// mode: write
// params: network_id, id, rating_id, archived_at, now
// returns: name, value
MATCH (rating:Rating {id: $rating_id, network_id: $network_id})-[:OF]->(collaboration:Collaboration {id: $id, network_id: $network_id})
SET rating.archived_at = $archived_at, rating.version = rating.version + 1, rating.updated_at = $now
RETURN collaboration.name AS name, rating.value AS value
