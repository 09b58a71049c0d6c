// Write lines in the log of a network, in the transaction of what they tell.
// mode: write
// params: network_id, at, by_id, by_name, operation_id, undoes, rows
UNWIND $rows AS row
MERGE (change:Change {id: row.id})
SET change.network_id = $network_id, change.at = $at, change.created_at = $at, change.updated_at = $at,
    change.by_id = $by_id, change.by_name = $by_name,
    change.operation_id = $operation_id, change.undoes = $undoes,
    change.verb = row.verb, change.kind = row.kind,
    change.subject_id = row.subject_id, change.subject_name = row.subject_name,
    change.subject_version = row.subject_version,
    change.before = row.before, change.after = row.after
