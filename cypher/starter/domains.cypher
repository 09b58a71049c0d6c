// Put the policy domains of the texts in the shared vocabulary; what is there stays as it is.
// mode: write
// params: rows, now
UNWIND $rows AS row
MERGE (domain:Domain {id: row.id})
ON CREATE SET
  domain.label = row.label,
  domain.explanation = row.explanation,
  domain.position = row.position,
  domain.list = row.list,
  domain.source = row.source,
  domain.created_at = $now,
  domain.updated_at = $now
