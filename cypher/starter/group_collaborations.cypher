// Tie kinds of parties to the collaborations that a text names them in.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (parties:ActorGroup {id: row.id, network_id: $network_id})
MATCH (collaboration:Collaboration {id: row.to_id, network_id: $network_id})
MERGE (parties)-[tie:NAMED_IN {role: row.role}]->(collaboration)
ON CREATE SET
  tie.status = row.status,
  tie.source = row.source
