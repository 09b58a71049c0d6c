// How many lines the log of a network has that pass the filters.
// mode: read
// params: network_id, by_id, kind, verb, since, before
// returns: total
MATCH (change:Change {network_id: $network_id})
WHERE change.operation_id IS NULL AND change.undoes IS NULL
  AND ($by_id IS NULL OR change.by_id = $by_id)
  AND ($kind IS NULL OR change.kind = $kind)
  AND ($verb IS NULL OR change.verb = $verb)
  AND ($since IS NULL OR change.at >= $since)
  AND ($before IS NULL OR change.at < $before)
RETURN count(change) AS total
