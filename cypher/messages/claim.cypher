// Across networks: give a locked mail to one sender, until its lease ends.
// mode: write
// params: key, token, lease_until, now
// returns: key
MATCH (message:Message {key: $key})
SET message.state = 'sending',
    message.token = $token,
    message.lease_until = $lease_until,
    message.attempts = message.attempts + 1,
    message.updated_at = $now
RETURN message.key AS key
