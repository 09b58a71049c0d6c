// Across networks: write a mail to one user in the ledger; again with the same key changes nothing.
// mode: write
// params: id, key, kind, user_id, network_id, period_start, not_before, now
// returns: key
MATCH (user:User {id: $user_id})
MERGE (message:Message {key: $key})
ON CREATE SET
  message.id = $id,
  message.kind = $kind,
  message.network_id = $network_id,
  message.state = 'waiting',
  message.period_start = $period_start,
  message.not_before = $not_before,
  message.attempts = 0,
  message.interruptions = 0,
  message.created_at = $now,
  message.updated_at = $now
MERGE (message)-[:TO]->(user)
RETURN message.key AS key
