// Tie collaborations to the programmes they use.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
MATCH (programme:Programme {id: row.to_id})
MERGE (collaboration)-[:USES]->(programme)
