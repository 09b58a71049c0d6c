// Across networks: how many mails stand where, of those made since a moment.
// mode: read
// params: since
// returns: kind, state, reason, messages
MATCH (message:Message)
WHERE message.created_at >= $since
RETURN message.kind AS kind, message.state AS state, message.reason AS reason, count(*) AS messages
ORDER BY kind, state, reason
LIMIT 200
