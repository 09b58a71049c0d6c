// Across networks: when the last mail of each kind went to a user, per network.
// mode: read
// params: user_id
// returns: kind, network_id, sent_at
MATCH (message:Message {state: 'sent'})-[:TO]->(:User {id: $user_id})
RETURN message.kind AS kind, message.network_id AS network_id, max(message.sent_at) AS sent_at
ORDER BY kind, network_id
LIMIT 500
