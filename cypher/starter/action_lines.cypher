// Put the lines of action of the texts in the shared vocabulary; what is there stays as it is.
// mode: write
// params: rows, now
UNWIND $rows AS row
MERGE (line:ActionLine {id: row.id})
ON CREATE SET
  line.label = row.label,
  line.explanation = row.explanation,
  line.position = row.position,
  line.list = row.list,
  line.source = row.source,
  line.created_at = $now,
  line.updated_at = $now
