// The newest snapshots of a network up to a day, newest first.
// mode: read
// params: network_id, until, limit
// returns: week, on, computed_at, late, content_version, energy_version, measures, energies
MATCH (snapshot:Snapshot {network_id: $network_id})
WHERE snapshot.on <= $until
RETURN
  snapshot.week AS week,
  snapshot.on AS on,
  snapshot.computed_at AS computed_at,
  snapshot.late AS late,
  coalesce(snapshot.content_version, 1) AS content_version,
  snapshot.energy_version AS energy_version,
  snapshot.measures AS measures,
  snapshot.energies AS energies
ORDER BY on DESC, week DESC
LIMIT $limit
