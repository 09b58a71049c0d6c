// Across networks: the mails that somebody must send now, due ones and those whose sender was cut off.
// mode: read
// params: now, limit
// returns: key
MATCH (message:Message)
WHERE (message.state = 'waiting' AND message.not_before <= $now)
  OR (message.state = 'sending' AND message.lease_until < $now)
RETURN message.key AS key
ORDER BY message.not_before, key
LIMIT $limit
