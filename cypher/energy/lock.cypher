// Take the write lock on collaborations, so that what is read next stays true until it is saved.
// mode: write
// params: network_id, ids, token
// returns: id
UNWIND $ids AS id
MATCH (collaboration:Collaboration {id: id, network_id: $network_id})
SET collaboration._lock = $token
REMOVE collaboration._lock
RETURN collaboration.id AS id
