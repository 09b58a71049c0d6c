// Write down a result of a collaboration, or save an edit of one that is locked.
// mode: write
// params: network_id, id, result_id, text, on, now
// returns: name
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
MERGE (result:Result {id: $result_id})
ON CREATE SET result.network_id = $network_id, result.created_at = $now, result.version = 0
WITH collaboration, result
WHERE result.network_id = $network_id
MERGE (result)-[:OF]->(collaboration)
SET result.text = $text, result.on = $on, result.version = result.version + 1, result.updated_at = $now
RETURN collaboration.name AS name
