// Put the neighbourhoods of a starter set in the graph, covered by its network.
// mode: write
// params: rows, network_id, now
MATCH (network:Network {id: $network_id})
UNWIND $rows AS row
MERGE (neighbourhood:Neighbourhood {id: row.id})
ON CREATE SET
  neighbourhood.name = row.name,
  neighbourhood.sort_name = row.sort_name,
  neighbourhood.created_at = $now,
  neighbourhood.updated_at = $now
MERGE (network)-[:COVERS]->(neighbourhood)
