// What one part of an import holds.
// mode: read
// params: network_id, import_id, position
// returns: position, state, cells, rows, errors, outcomes
MATCH (part:ImportPart {id: $import_id + ':' + toString($position), network_id: $network_id})
RETURN
  part.position AS position,
  part.state AS state,
  part.cells AS cells,
  part.rows AS rows,
  part.errors AS errors,
  part.outcomes AS outcomes
