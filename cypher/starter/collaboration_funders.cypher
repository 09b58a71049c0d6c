// Tie collaborations to who pays for them.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
MATCH (actor:Actor {id: row.to_id, network_id: $network_id})
MERGE (collaboration)-[tie:FUNDED_BY]->(actor)
ON CREATE SET
  tie.until = row.until
