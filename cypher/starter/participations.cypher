// Tie actors to the collaborations they take part in.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id, network_id: $network_id})
MATCH (collaboration:Collaboration {id: row.to_id, network_id: $network_id})
MERGE (actor)-[tie:TAKES_PART_IN]->(collaboration)
ON CREATE SET
  tie.role = row.role,
  tie.since = row.since,
  tie.until = row.until,
  tie.source = row.source
