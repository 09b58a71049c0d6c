// Say that a locked operation was undone.
// mode: write
// params: network_id, id, now, by_name
MATCH (operation:Operation {id: $id, network_id: $network_id})
SET operation.undone_at = $now, operation.undone_by_name = $by_name,
    operation.version = operation.version + 1, operation.updated_at = $now
