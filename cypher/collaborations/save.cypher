// Make a collaboration, or save an edit of one that is locked.
// mode: write
// params: network_id, id, properties, now
// returns: id, version
MERGE (collaboration:Collaboration {id: $id})
ON CREATE SET
  collaboration.network_id = $network_id, collaboration.created_at = $now, collaboration.version = 0
WITH collaboration
WHERE collaboration.network_id = $network_id
SET collaboration += $properties,
    collaboration.version = collaboration.version + 1,
    collaboration.updated_at = $now
RETURN collaboration.id AS id, collaboration.version AS version
