// Put ratings in a network and tie each to its collaboration.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MERGE (rating:Rating {id: row.id})
ON CREATE SET
  rating.network_id = $network_id,
  rating.value = row.value,
  rating.on = row.on,
  rating.created_at = row.created_at,
  rating.updated_at = row.created_at,
  rating.version = 1
WITH rating, row
MATCH (collaboration:Collaboration {id: row.collaboration_id, network_id: $network_id})
MERGE (rating)-[:OF]->(collaboration)
