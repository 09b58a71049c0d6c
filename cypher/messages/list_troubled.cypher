// Across networks: the mails that failed, are uncertain, or should have left before a moment.
// mode: read
// params: overdue_since, limit
// returns: id, kind, state, reason, subject, not_before, updated_at, attempts, user_name, network_name
MATCH (message:Message)-[:TO]->(user:User)
WHERE message.state IN ['failed', 'uncertain']
  OR (message.state = 'waiting' AND message.not_before < $overdue_since)
  OR (message.state = 'sending' AND message.lease_until < $overdue_since)
OPTIONAL MATCH (network:Network {id: message.network_id})
RETURN
  message.id AS id,
  message.kind AS kind,
  message.state AS state,
  message.reason AS reason,
  coalesce(message.subject, '') AS subject,
  message.not_before AS not_before,
  message.updated_at AS updated_at,
  message.attempts AS attempts,
  user.name AS user_name,
  network.name AS network_name
ORDER BY updated_at DESC, id
LIMIT $limit
