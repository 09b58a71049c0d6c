// Keep a part of an import: what it holds now of the rows that were uploaded.
// mode: write
// params: network_id, import_id, position, properties, now
// returns: id
MERGE (part:ImportPart {id: $import_id + ':' + toString($position)})
ON CREATE SET part.network_id = $network_id, part.import_id = $import_id, part.position = $position, part.created_at = $now
WITH part
WHERE part.network_id = $network_id
SET part += $properties, part.updated_at = $now
RETURN part.id AS id
