// Across networks: let a mail that failed or is uncertain leave again, under its own key.
// mode: write
// params: id, token, now
// returns: key
MATCH (message:Message {id: $id})
SET message._lock = $token
REMOVE message._lock
WITH message
WHERE message.state IN ['failed', 'uncertain']
SET message.state = 'waiting',
    message.reason = null,
    message.token = null,
    message.not_before = $now,
    message.attempts = 0,
    message.interruptions = 0,
    message.updated_at = $now
RETURN message.key AS key
