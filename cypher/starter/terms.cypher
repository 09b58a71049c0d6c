// Put the terms of the lists without a label of their own of the texts in the shared vocabulary; what is there stays as it is.
// mode: write
// params: rows, now
UNWIND $rows AS row
MERGE (term:Term {id: row.id})
ON CREATE SET
  term.label = row.label,
  term.explanation = row.explanation,
  term.position = row.position,
  term.list = row.list,
  term.source = row.source,
  term.created_at = $now,
  term.updated_at = $now
