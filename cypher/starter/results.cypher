// Put results in a network and tie each to its collaboration.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MERGE (result:Result {id: row.id})
ON CREATE SET
  result.network_id = $network_id,
  result.text = row.text,
  result.on = row.on,
  result.created_at = row.created_at,
  result.updated_at = row.created_at,
  result.version = 1
WITH result, row
MATCH (collaboration:Collaboration {id: row.collaboration_id, network_id: $network_id})
MERGE (result)-[:OF]->(collaboration)
