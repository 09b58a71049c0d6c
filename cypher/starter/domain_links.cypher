// Say which links between domains the policy texts ask for; what is there stays as it is.
// mode: write
// params: rows
UNWIND $rows AS row
MATCH (domain:Domain {id: row.domain_id})
MATCH (other:Domain {id: row.other_id})
MERGE (domain)-[link:SHOULD_WORK_WITH]->(other)
ON CREATE SET link.why = row.why, link.source = row.source
