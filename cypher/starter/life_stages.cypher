// Put the stages of life of the texts in the shared vocabulary; what is there stays as it is.
// mode: write
// params: rows, now
UNWIND $rows AS row
MERGE (stage:LifeStage {id: row.id})
ON CREATE SET
  stage.label = row.label,
  stage.explanation = row.explanation,
  stage.position = row.position,
  stage.list = row.list,
  stage.source = row.source,
  stage.created_at = $now,
  stage.updated_at = $now
