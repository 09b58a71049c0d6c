// Forget what was uploaded and not brought in; what an undo needs stays.
// mode: write
// params: network_id, import_id
MATCH (part:ImportPart {import_id: $import_id, network_id: $network_id})
SET part.cells = null, part.rows = null, part.errors = null, part.wrong_rows = 0
