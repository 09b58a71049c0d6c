// Tie actors to the actor they are part of.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (part:Actor {id: row.id, network_id: $network_id})
MATCH (whole:Actor {id: row.to_id, network_id: $network_id})
MERGE (part)-[:PART_OF]->(whole)
