// Tie actors to the domains they work in.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id, network_id: $network_id})
MATCH (domain:Domain {id: row.to_id})
MERGE (actor)-[tie:WORKS_IN]->(domain)
ON CREATE SET
  tie.primary = row.primary
