// Across networks: write down that a mail came back; for good, or for now. Again changes nothing.
// mode: write
// params: key, bounce, token, now
// returns: user_id, is_new, soft_since
MATCH (message:Message {key: $key})-[:TO]->(user:User)
SET message._lock = $token, user._lock = $token
REMOVE message._lock, user._lock
WITH message, user, message.bounced_at IS NULL AS is_new
SET message.bounced_at = coalesce(message.bounced_at, $now),
    message.bounce = coalesce(message.bounce, $bounce),
    message.state = CASE WHEN is_new AND $bounce = 'hard' THEN 'failed' ELSE message.state END,
    message.reason = CASE WHEN is_new AND $bounce = 'hard' THEN 'bounced' ELSE message.reason END,
    message.updated_at = CASE WHEN is_new THEN $now ELSE message.updated_at END
RETURN user.id AS user_id, is_new, user.mail_resumed_at AS soft_since
