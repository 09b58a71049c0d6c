// A part of the log of a network, the newest first; the parts of an operation stand under it.
// mode: read
// params: network_id, by_id, kind, verb, since, before, skip, limit
// returns: at, verb, kind, subject_id, subject_name, by_id, by_name, before, after, operation_id, undoes, subject_version
MATCH (change:Change {network_id: $network_id})
WHERE change.operation_id IS NULL AND change.undoes IS NULL
  AND ($by_id IS NULL OR change.by_id = $by_id)
  AND ($kind IS NULL OR change.kind = $kind)
  AND ($verb IS NULL OR change.verb = $verb)
  AND ($since IS NULL OR change.at >= $since)
  AND ($before IS NULL OR change.at < $before)
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
SKIP $skip
LIMIT $limit
