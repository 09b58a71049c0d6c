// Keep what a text says of two parties that is no tie.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (party:Actor|ActorGroup {id: row.id, network_id: $network_id})
MATCH (subject:Actor|ActorGroup|Collaboration {id: row.to_id, network_id: $network_id})
MERGE (party)-[tie:MENTIONS {kind: row.kind, context: row.context}]->(subject)
ON CREATE SET
  tie.source = row.source
