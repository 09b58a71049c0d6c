// Take back a result of a collaboration, or count it again with null.
// mode: write
// params: network_id, id, result_id, archived_at, now
// returns: name, text
MATCH (result:Result {id: $result_id, network_id: $network_id})-[:OF]->(collaboration:Collaboration {id: $id, network_id: $network_id})
SET result.archived_at = $archived_at, result.version = result.version + 1, result.updated_at = $now
RETURN collaboration.name AS name, result.text AS text
