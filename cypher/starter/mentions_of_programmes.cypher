// Keep what a text says of a party and a programme that is no tie.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (party:Actor|ActorGroup {id: row.id, network_id: $network_id})
MATCH (programme:Programme {id: row.to_id})
MERGE (party)-[tie:MENTIONS {kind: row.kind, context: row.context}]->(programme)
ON CREATE SET
  tie.source = row.source
