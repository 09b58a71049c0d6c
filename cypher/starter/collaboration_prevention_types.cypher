// Tie collaborations to the types of prevention they aim at.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
MATCH (prevention:PreventionType {id: row.to_id})
MERGE (collaboration)-[:AIMS_AT]->(prevention)
