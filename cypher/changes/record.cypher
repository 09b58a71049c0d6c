// Write one line in the log of a network, in the transaction of what it tells.
// mode: write
// params: id, network_id, at, verb, kind, subject_id, subject_name, by_id, by_name, before, after
MERGE (change:Change {id: $id})
SET change.network_id = $network_id, change.at = $at, change.created_at = $at, change.updated_at = $at,
    change.verb = $verb, change.kind = $kind,
    change.subject_id = $subject_id, change.subject_name = $subject_name,
    change.by_id = $by_id, change.by_name = $by_name,
    change.before = $before, change.after = $after
