// Archive a contact moment that is locked, or restore it with null.
// mode: write
// params: network_id, id, archived_at, now
// returns: id
MATCH (moment:ContactMoment {id: $id, network_id: $network_id})
SET moment.archived_at = $archived_at, moment.version = moment.version + 1, moment.updated_at = $now
RETURN moment.id AS id
