// Put the policy goals of the texts in the shared vocabulary; what is there stays as it is.
// mode: write
// params: rows, now
UNWIND $rows AS row
MERGE (goal:PolicyGoal {id: row.id})
ON CREATE SET
  goal.label = row.label,
  goal.explanation = row.explanation,
  goal.position = row.position,
  goal.list = row.list,
  goal.framework = row.framework,
  goal.source = row.source,
  goal.created_at = $now,
  goal.updated_at = $now
