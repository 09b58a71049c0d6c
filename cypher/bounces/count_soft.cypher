// Across networks: how many mails to a user came back for now, since a moment.
// mode: read
// params: user_id, since
// returns: bounces
MATCH (message:Message)-[:TO]->(:User {id: $user_id})
WHERE message.bounce = 'soft' AND message.bounced_at >= $since
RETURN count(*) AS bounces
