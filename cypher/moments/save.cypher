// Make a contact moment, or save an edit of one that is locked.
// mode: write
// params: network_id, id, properties, now
// returns: id, version
MERGE (moment:ContactMoment {id: $id})
ON CREATE SET moment.network_id = $network_id, moment.created_at = $now, moment.version = 0
WITH moment
WHERE moment.network_id = $network_id
SET moment += $properties, moment.version = moment.version + 1, moment.updated_at = $now
RETURN moment.id AS id, moment.version AS version
