// Put the checklist questions of the texts in the shared vocabulary; what is there stays as it is.
// mode: write
// params: rows, now
UNWIND $rows AS row
MERGE (question:Question {id: row.id})
ON CREATE SET
  question.text = row.text,
  question.list = row.list,
  question.position = row.position,
  question.source = row.source,
  question.created_at = $now,
  question.updated_at = $now
