// How many open follow-ups of a network, or of one owner in it, are late, due this week and due later.
// mode: read
// params: network_id, owner_id, today, end_of_week
// returns: late, this_week, later
MATCH (followup:FollowUp {network_id: $network_id})
WHERE followup.done_on IS NULL AND followup.archived_at IS NULL
  AND ($owner_id IS NULL OR EXISTS { (followup)-[:OWNED_BY]->(:User|Actor {id: $owner_id}) })
RETURN
  count(CASE WHEN followup.due_on < $today THEN 1 END) AS late,
  count(CASE WHEN followup.due_on >= $today AND followup.due_on <= $end_of_week THEN 1 END) AS this_week,
  count(CASE WHEN followup.due_on > $end_of_week THEN 1 END) AS later
