// Put the types of prevention of the texts in the shared vocabulary; what is there stays as it is.
// mode: write
// params: rows, now
UNWIND $rows AS row
MERGE (prevention:PreventionType {id: row.id})
ON CREATE SET
  prevention.label = row.label,
  prevention.explanation = row.explanation,
  prevention.position = row.position,
  prevention.list = row.list,
  prevention.source = row.source,
  prevention.created_at = $now,
  prevention.updated_at = $now
