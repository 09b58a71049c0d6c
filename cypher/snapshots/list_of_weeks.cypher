// The snapshots of a network in some weeks, by their keys.
// mode: read
// params: network_id, keys
// returns: week, on, computed_at, late, content_version, energy_version, measures, energies
UNWIND $keys AS key
MATCH (snapshot:Snapshot {key: key, network_id: $network_id})
RETURN
  snapshot.week AS week,
  snapshot.on AS on,
  snapshot.computed_at AS computed_at,
  snapshot.late AS late,
  coalesce(snapshot.content_version, 1) AS content_version,
  snapshot.energy_version AS energy_version,
  snapshot.measures AS measures,
  snapshot.energies AS energies
ORDER BY on
LIMIT 500
