// Say through which changes of status some locked collaborations went.
// mode: write
// params: network_id, rows, now
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[:WENT_THROUGH]->(old:StatusChange)
WHERE NOT old.id IN [each IN row.history | each.id]
DETACH DELETE old
WITH DISTINCT collaboration, row
UNWIND row.history AS each
MERGE (change:StatusChange {id: each.id})
ON CREATE SET change.network_id = $network_id, change.created_at = $now, change.updated_at = $now
SET change.status = each.status, change.on = each.on
MERGE (collaboration)-[:WENT_THROUGH]->(change)
