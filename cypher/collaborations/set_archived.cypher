// Archive a locked collaboration, or restore it with null.
// mode: write
// params: network_id, id, archived_at, now
// returns: name
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
SET collaboration.archived_at = $archived_at,
    collaboration.version = collaboration.version + 1,
    collaboration.updated_at = $now
RETURN collaboration.name AS name
