// Across networks: one mail, for the user it is to; never one that carries a token.
// mode: read
// params: user_id, id
// returns: id, key, kind, state, reason, user_id, network_id, about_id, period_start, not_before, lease_until, attempts, interruptions, subject, sent_at, network_name
MATCH (message:Message {id: $id})-[:TO]->(:User {id: $user_id})
WHERE NOT message.key STARTS WITH 'token:'
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
