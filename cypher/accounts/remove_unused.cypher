// Across networks: remove an account that never had a password, when no invitation or network needs it.
// mode: write
// params: id
// returns: removed
MATCH (user:User {id: $id})
WHERE user.password_hash IS NULL
  AND NOT EXISTS { MATCH (user)-[:MEMBER_OF]->(:Network) }
  AND NOT EXISTS { MATCH (user)<-[:FOR]-(:Invitation {state: 'open'}) }
OPTIONAL MATCH (user)<-[:FOR|TO]-(thing:Token|Invitation|Message)
DETACH DELETE user, thing
RETURN count(*) AS removed
