// Forget the rows of an import that are brought in by now.
// mode: write
// params: network_id, import_id
MATCH (part:ImportPart {import_id: $import_id, network_id: $network_id})
SET part.rows = null
