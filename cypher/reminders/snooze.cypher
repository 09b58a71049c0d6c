// Put a reminder of a user off until a day; again moves that day.
// mode: write
// params: network_id, id, user_id, about, until, now
// returns: id
MERGE (snooze:Snooze {id: $id})
ON CREATE SET snooze.created_at = $now, snooze.network_id = $network_id
SET
  snooze.user_id = $user_id,
  snooze.about = $about,
  snooze.until = $until,
  snooze.updated_at = $now
RETURN snooze.id AS id
