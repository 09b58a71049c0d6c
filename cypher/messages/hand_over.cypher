// Across networks: write down that the mail server gets a mail now; only the sender that holds its token may.
// mode: write
// params: key, token, lease_until, interruptions, now
// returns: key
MATCH (message:Message {key: $key})
SET message._lock = $token
REMOVE message._lock
WITH message
WHERE message.token = $token AND message.state = 'sending'
SET message.interruptions = $interruptions,
    message.lease_until = $lease_until,
    message.updated_at = $now
RETURN message.key AS key
