// Tie contact moments to what they were about.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (moment:ContactMoment {id: row.id, network_id: $network_id})
MATCH (subject:Actor|Collaboration {id: row.to_id, network_id: $network_id})
MERGE (moment)-[:ABOUT]->(subject)
