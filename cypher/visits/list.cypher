// Which admins read a network, and why; the newest first.
// mode: read
// params: network_id, limit
// returns: id, by_name, reason, created_at, ends_at, ended_at
MATCH (visit:Visit {network_id: $network_id})
RETURN
  visit.id AS id,
  visit.by_name AS by_name,
  visit.reason AS reason,
  visit.created_at AS created_at,
  visit.ends_at AS ends_at,
  visit.ended_at AS ended_at
ORDER BY created_at DESC, id
LIMIT $limit
