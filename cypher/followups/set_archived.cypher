// Archive a follow-up that is locked, or restore it with null.
// mode: write
// params: network_id, id, archived_at, now
// returns: id
MATCH (followup:FollowUp {id: $id, network_id: $network_id})
SET followup.archived_at = $archived_at, followup.version = followup.version + 1, followup.updated_at = $now
RETURN followup.id AS id
