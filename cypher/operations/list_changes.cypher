// A part of the changes of one operation, in the order in which they were made.
// mode: read
// params: network_id, id, skip, limit
// returns: at, verb, kind, subject_id, subject_name, by_id, by_name, before, after, operation_id, undoes, subject_version
MATCH (change:Change {operation_id: $id, network_id: $network_id})
RETURN
  change.at AS at,
  change.verb AS verb,
  change.kind AS kind,
  change.subject_id AS subject_id,
  change.subject_name AS subject_name,
  change.by_id AS by_id,
  change.by_name AS by_name,
  change.before AS before,
  change.after AS after,
  change.operation_id AS operation_id,
  change.undoes AS undoes,
  change.subject_version AS subject_version
ORDER BY change.id
SKIP $skip
LIMIT $limit
