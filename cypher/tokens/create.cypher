// Give an account a token under an id that the caller made; again with the same id changes nothing.
// mode: write
// params: id, kind, user_id, email, network_id, by_name, secret_hash, expires_at, now
// returns: id
MATCH (user:User {id: $user_id})
MERGE (token:Token {id: $id})
ON CREATE SET
  token.kind = $kind,
  token.email = $email,
  token.network_id = $network_id,
  token.by_name = $by_name,
  token.secret_hash = $secret_hash,
  token.expires_at = $expires_at,
  token.created_at = $now,
  token.updated_at = $now
MERGE (token)-[:FOR]->(user)
RETURN token.id AS id
