// Make a programme of a network's own, or save an edit of one that is locked.
// mode: write
// params: network_id, id, properties, now
// returns: id, version
MERGE (programme:Programme {id: $id})
ON CREATE SET
  programme.network_id = $network_id, programme.created_at = $now, programme.version = 0
WITH programme
WHERE programme.network_id = $network_id
SET programme += $properties,
    programme.version = programme.version + 1,
    programme.updated_at = $now
RETURN programme.id AS id, programme.version AS version
