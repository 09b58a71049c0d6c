// The newest changes in a network since a moment, by anybody but one user; with or without the parts of operations.
// mode: read
// params: network_id, since, not_by, parts, limit
// returns: at, verb, kind, subject_id, subject_name, by_id, by_name, before, after, operation_id, undoes, subject_version
MATCH (change:Change {network_id: $network_id})
WHERE change.at >= $since AND ($not_by IS NULL OR change.by_id <> $not_by)
  AND ($parts = true OR (change.operation_id IS NULL AND change.undoes IS NULL))
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
ORDER BY at DESC, change.id DESC
LIMIT $limit
