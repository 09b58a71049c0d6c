// Use a token, once: of those who try at the same time one takes the lock first and gets an answer.
// mode: write
// params: secret_hash, kind, use_id, now
// returns: id, kind, user_id, user_name, email, network_id, network_name, by_name, expires_at, used_at
MATCH (token:Token {secret_hash: $secret_hash})
SET token._lock = $use_id
REMOVE token._lock
WITH token
WHERE token.kind = $kind
  AND token.expires_at > $now
  AND (token.used_at IS NULL OR token.use_id = $use_id)
MATCH (token)-[:FOR]->(user:User)
WHERE user.disabled_at IS NULL
SET
  token.used_at = $now,
  token.use_id = $use_id,
  token.updated_at = $now
WITH token, user
OPTIONAL MATCH (network:Network {id: token.network_id})
RETURN
  token.id AS id,
  token.kind AS kind,
  user.id AS user_id,
  user.name AS user_name,
  token.email AS email,
  token.network_id AS network_id,
  network.name AS network_name,
  token.by_name AS by_name,
  token.expires_at AS expires_at,
  token.used_at AS used_at
