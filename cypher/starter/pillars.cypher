// Put the four pillars of the texts in the shared vocabulary; what is there stays as it is.
// mode: write
// params: rows, now
UNWIND $rows AS row
MERGE (pillar:Pillar {id: row.id})
ON CREATE SET
  pillar.label = row.label,
  pillar.explanation = row.explanation,
  pillar.position = row.position,
  pillar.list = row.list,
  pillar.source = row.source,
  pillar.created_at = $now,
  pillar.updated_at = $now
