// All networks of this installation, by name.
// mode: read
// params: limit
// returns: id, slug, name, kind, note
MATCH (network:Network)
RETURN
  network.id AS id,
  network.slug AS slug,
  network.name AS name,
  network.kind AS kind,
  coalesce(network.note, '') AS note
ORDER BY name
LIMIT $limit
