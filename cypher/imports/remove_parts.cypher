// Forget the rows of an import.
// mode: write
// params: network_id, import_id
MATCH (part:ImportPart {import_id: $import_id, network_id: $network_id})
DELETE part
