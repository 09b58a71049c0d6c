// Which things an undo that was cut short already put back.
// mode: read
// params: network_id, id
// returns: subject_id
MATCH (change:Change {network_id: $network_id, undoes: $id})
RETURN DISTINCT change.subject_id AS subject_id
LIMIT 50000
