// Write down a change of status of a collaboration, and where it stands since.
// mode: write
// params: network_id, id, change_id, status, on, started_on, ended_on, now
// returns: id
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
MERGE (change:StatusChange {id: $change_id})
SET change.network_id = $network_id, change.status = $status, change.on = $on,
    change.created_at = $now, change.updated_at = $now
MERGE (collaboration)-[:WENT_THROUGH]->(change)
SET collaboration.status = $status, collaboration.started_on = $started_on, collaboration.ended_on = $ended_on
RETURN change.id AS id
