// Mails that are done with before a moment, the oldest first; what still has to go is not.
// mode: read
// params: network_id, before, limit
// returns: id, label, name, since
MATCH (message:Message {network_id: $network_id})
WHERE message.updated_at < $before AND message.state IN ['sent', 'skipped', 'failed', 'uncertain']
RETURN message.id AS id, 'Message' AS label, coalesce(message.subject, '') AS name,
  message.updated_at AS since
ORDER BY since, id
LIMIT $limit
