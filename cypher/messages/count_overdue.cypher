// Across networks: how many mails should have left before a moment.
// mode: read
// params: overdue_since
// returns: messages
MATCH (message:Message)
WHERE (message.state = 'waiting' AND message.not_before < $overdue_since)
  OR (message.state = 'sending' AND message.lease_until < $overdue_since)
RETURN count(*) AS messages
