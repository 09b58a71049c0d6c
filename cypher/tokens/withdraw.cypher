// Let no older link of this kind work any more for an account, nor one to the same network.
// mode: write
// params: user_id, kind, network_id, but_id, now
// returns: id
MATCH (user:User {id: $user_id})<-[:FOR]-(token:Token)
WHERE token.kind = $kind
  AND token.used_at IS NULL
  AND token.id <> $but_id
  AND coalesce(token.network_id, '') = coalesce($network_id, '')
SET token.used_at = $now, token.updated_at = $now
RETURN token.id AS id
ORDER BY id
