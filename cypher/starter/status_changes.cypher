// Put dated statuses in a network and tie each to its collaboration.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MERGE (change:StatusChange {id: row.id})
ON CREATE SET
  change.network_id = $network_id,
  change.status = row.status,
  change.on = row.on,
  change.created_at = row.created_at,
  change.updated_at = row.created_at
WITH change, row
MATCH (collaboration:Collaboration {id: row.collaboration_id, network_id: $network_id})
MERGE (collaboration)-[:WENT_THROUGH]->(change)
