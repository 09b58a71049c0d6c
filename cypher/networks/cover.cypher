// Let a network cover neighbourhoods, under ids that the caller made; those that are there stay as they are.
// mode: write
// params: network_id, rows, now
MATCH (network:Network {id: $network_id})
UNWIND $rows AS row
MERGE (neighbourhood:Neighbourhood {id: row.id})
ON CREATE SET
  neighbourhood.name = row.name,
  neighbourhood.sort_name = row.sort_name,
  neighbourhood.created_at = $now,
  neighbourhood.updated_at = $now
MERGE (network)-[:COVERS]->(neighbourhood)
