// Archive a locked programme of a network's own, or restore it with null.
// mode: write
// params: network_id, id, archived_at, now
// returns: name
MATCH (programme:Programme {id: $id, network_id: $network_id})
SET programme.archived_at = $archived_at,
    programme.version = programme.version + 1,
    programme.updated_at = $now
RETURN programme.name AS name
