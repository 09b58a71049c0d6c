// The networks of this installation, by name, with or without those in the archive.
// mode: read
// params: archived, limit
// returns: id, slug, name, kind, note, archived_at, removing_since
MATCH (network:Network)
WHERE $archived = true OR network.archived_at IS NULL
RETURN
  network.id AS id,
  network.slug AS slug,
  network.name AS name,
  network.kind AS kind,
  coalesce(network.note, '') AS note,
  network.archived_at AS archived_at,
  network.removing_since AS removing_since
ORDER BY name
LIMIT $limit
