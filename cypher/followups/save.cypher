// Make a follow-up, or save an edit of one that is locked.
// mode: write
// params: network_id, id, properties, now
// returns: id
MERGE (followup:FollowUp {id: $id})
ON CREATE SET followup.network_id = $network_id, followup.created_at = $now, followup.version = 0
WITH followup
WHERE followup.network_id = $network_id
SET followup += $properties, followup.version = followup.version + 1, followup.updated_at = $now
RETURN followup.id AS id
