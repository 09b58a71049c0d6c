// Across networks: say what became of a mail; only the sender that holds its token may, and may again.
// mode: write
// params: key, token, state, reason, subject, interruptions, not_before, sent_at, now
// returns: key
MATCH (message:Message {key: $key})
SET message._lock = $token
REMOVE message._lock
WITH message
WHERE message.token = $token
SET message.state = $state,
    message.reason = $reason,
    message.subject = $subject,
    message.interruptions = $interruptions,
    message.not_before = coalesce($not_before, message.not_before),
    message.sent_at = $sent_at,
    message.lease_until = null,
    message.updated_at = $now
RETURN message.key AS key
