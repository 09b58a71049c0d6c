// Across networks: the network that an admin may read for now, having told why; no row without that.
// mode: read
// params: user_id, slug, now
// returns: id, network_id, slug, network_name, kind, note, reason, ends_at
MATCH (network:Network {slug: $slug})
MATCH (visit:Visit {network_id: network.id})
WHERE visit.user_id = $user_id AND visit.ended_at IS NULL AND visit.ends_at > $now
  AND network.removing_since IS NULL
RETURN
  visit.id AS id,
  network.id AS network_id,
  network.slug AS slug,
  network.name AS network_name,
  network.kind AS kind,
  coalesce(network.note, '') AS note,
  visit.reason AS reason,
  visit.ends_at AS ends_at
ORDER BY ends_at DESC, id
LIMIT 1
