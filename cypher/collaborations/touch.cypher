// Raise the version of a locked collaboration: something that belongs to it is edited.
// mode: write
// params: network_id, id, now
// returns: name
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
SET collaboration.version = collaboration.version + 1, collaboration.updated_at = $now
RETURN collaboration.name AS name
