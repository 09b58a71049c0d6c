// Put the settings in which people live of the texts in the shared vocabulary; what is there stays as it is.
// mode: write
// params: rows, now
UNWIND $rows AS row
MERGE (setting:Setting {id: row.id})
ON CREATE SET
  setting.label = row.label,
  setting.explanation = row.explanation,
  setting.position = row.position,
  setting.list = row.list,
  setting.source = row.source,
  setting.created_at = $now,
  setting.updated_at = $now
