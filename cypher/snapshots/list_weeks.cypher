// The weeks of which a network has a snapshot.
// mode: read
// params: network_id
// returns: week
MATCH (snapshot:Snapshot {network_id: $network_id})
RETURN snapshot.week AS week
ORDER BY week
LIMIT 5000
