// Take back a change of status of a collaboration, and say where it stands without it.
// mode: write
// params: network_id, id, change_id, status, started_on, ended_on
// returns: id
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})-[:WENT_THROUGH]->(change:StatusChange {id: $change_id})
DETACH DELETE change
SET collaboration.status = $status, collaboration.started_on = $started_on, collaboration.ended_on = $ended_on
RETURN collaboration.id AS id
