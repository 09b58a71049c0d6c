// Lines of the log before a moment, and operations that can no longer be undone; the oldest first.
// mode: read
// params: network_id, before, until, limit
// returns: id, label, name, since
MATCH (change:Change {network_id: $network_id})
WHERE change.at < $before AND change.verb <> 'expired'
RETURN change.id AS id, 'Change' AS label, change.subject_name AS name, change.at AS since
ORDER BY since, id
LIMIT $limit
UNION ALL
MATCH (operation:Operation {network_id: $network_id})
WHERE operation.at < $before AND operation.undo_until <= $until
RETURN operation.id AS id, 'Operation' AS label, operation.title AS name, operation.at AS since
ORDER BY since, id
LIMIT $limit
