// Put the yearly moments of the texts in the shared vocabulary; what is there stays as it is.
// mode: write
// params: rows, now
UNWIND $rows AS row
MERGE (moment:YearMoment {id: row.id})
ON CREATE SET
  moment.name = row.name,
  moment.period = row.period,
  moment.source = row.source,
  moment.created_at = $now,
  moment.updated_at = $now
