// Tie collaborations to the neighbourhoods where they happen.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
MATCH (neighbourhood:Neighbourhood {id: row.to_id})
MERGE (collaboration)-[:HAPPENS_IN]->(neighbourhood)
