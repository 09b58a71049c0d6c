// Across networks: the newest mails to a user that left or should leave; without what was skipped, or carries a token.
// mode: read
// params: user_id, limit
// returns: id, key, kind, state, reason, user_id, network_id, about_id, period_start, not_before, lease_until, attempts, interruptions, subject, sent_at, network_name
MATCH (message:Message)-[:TO]->(:User {id: $user_id})
WHERE message.state <> 'skipped' AND NOT message.key STARTS WITH 'token:'
OPTIONAL MATCH (network:Network {id: message.network_id})
RETURN
  message.id AS id,
  message.key AS key,
  message.kind AS kind,
  message.state AS state,
  message.reason AS reason,
  $user_id AS user_id,
  message.network_id AS network_id,
  message.about_id AS about_id,
  message.period_start AS period_start,
  message.not_before AS not_before,
  message.lease_until AS lease_until,
  message.attempts AS attempts,
  message.interruptions AS interruptions,
  coalesce(message.subject, '') AS subject,
  message.sent_at AS sent_at,
  network.name AS network_name
ORDER BY coalesce(message.sent_at, message.not_before) DESC, id
LIMIT $limit
