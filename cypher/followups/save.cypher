// Make a follow-up, or save an edit of one that is locked; another day makes an end to putting it off.
// mode: write
// params: network_id, id, properties, due_on, now
// returns: id, version
MERGE (followup:FollowUp {id: $id})
ON CREATE SET followup.network_id = $network_id, followup.created_at = $now, followup.version = 0
WITH followup, CASE WHEN followup.due_on = $due_on THEN followup.first_due_on END AS first_due_on
WHERE followup.network_id = $network_id
SET followup += $properties, followup.due_on = $due_on, followup.first_due_on = first_due_on,
  followup.version = followup.version + 1, followup.updated_at = $now
RETURN followup.id AS id, followup.version AS version
