// Forget the wrong rows of an import that nobody corrected.
// mode: write
// params: network_id, import_id
MATCH (part:ImportPart {import_id: $import_id, network_id: $network_id})
SET part.cells = null, part.errors = null, part.wrong_rows = 0
