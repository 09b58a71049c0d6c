// Give a locked follow-up another day and remember its own; back on its own day it was never put off.
// mode: write
// params: network_id, id, due_on, now
// returns: id
MATCH (followup:FollowUp {id: $id, network_id: $network_id})
WITH followup, coalesce(followup.first_due_on, followup.due_on) AS own_day
SET followup.due_on = $due_on, followup.first_due_on = CASE WHEN own_day <> $due_on THEN own_day END,
  followup.version = followup.version + 1, followup.updated_at = $now
RETURN followup.id AS id
