// A token by its id, for the mail that carries it.
// mode: read
// params: id
// returns: id, kind, user_id, user_name, email, network_id, network_name, by_name, expires_at, used_at
MATCH (token:Token {id: $id})-[:FOR]->(user:User)
WHERE user.disabled_at IS NULL
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
