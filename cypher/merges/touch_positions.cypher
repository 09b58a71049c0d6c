// Lock positions and raise their version: their ties change, so a form that is open must look again.
// mode: write
// params: network_id, ids, now
// returns: id, version
UNWIND $ids AS id
MATCH (one:Position {id: id, network_id: $network_id})
SET one.version = one.version + 1, one.updated_at = $now
RETURN one.id AS id, one.version AS version
