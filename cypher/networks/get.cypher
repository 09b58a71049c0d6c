// A network of this installation, whether it is in use or in the archive.
// mode: read
// params: id
// returns: id, slug, name, kind, note, archived_at, removing_since
MATCH (network:Network {id: $id})
RETURN
  network.id AS id,
  network.slug AS slug,
  network.name AS name,
  network.kind AS kind,
  coalesce(network.note, '') AS note,
  network.archived_at AS archived_at,
  network.removing_since AS removing_since
