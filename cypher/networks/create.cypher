// Make a network under an id that the caller made; again with the same id changes nothing.
// mode: write
// params: id, slug, name, kind, note, now
// returns: id
MERGE (network:Network {id: $id})
ON CREATE SET
  network.slug = $slug,
  network.name = $name,
  network.kind = $kind,
  network.note = $note,
  network.created_at = $now,
  network.updated_at = $now
RETURN network.id AS id
