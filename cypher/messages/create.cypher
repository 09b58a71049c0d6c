// Across networks: write mails to users in the ledger; again with the same key changes nothing.
// mode: write
// params: rows, now
// returns: key
UNWIND $rows AS row
MATCH (user:User {id: row.user_id})
MERGE (message:Message {key: row.key})
ON CREATE SET
  message.id = row.id,
  message.kind = row.kind,
  message.network_id = row.network_id,
  message.about_id = row.about_id,
  message.state = 'waiting',
  message.period_start = row.period_start,
  message.not_before = row.not_before,
  message.attempts = 0,
  message.interruptions = 0,
  message.created_at = $now,
  message.updated_at = $now
MERGE (message)-[:TO]->(user)
RETURN message.key AS key
