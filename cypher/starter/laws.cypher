// Put the laws of the texts in the shared vocabulary; what is there stays as it is.
// mode: write
// params: rows, now
UNWIND $rows AS row
MERGE (law:Law {id: row.id})
ON CREATE SET
  law.label = row.label,
  law.explanation = row.explanation,
  law.position = row.position,
  law.list = row.list,
  law.source = row.source,
  law.created_at = $now,
  law.updated_at = $now
