// The parts of an import in order, without what they hold.
// mode: read
// params: network_id, import_id
// returns: position, state, open_rows, wrong_rows
MATCH (part:ImportPart {import_id: $import_id, network_id: $network_id})
RETURN part.position AS position, part.state AS state, part.open_rows AS open_rows, part.wrong_rows AS wrong_rows
ORDER BY position
LIMIT 1000
