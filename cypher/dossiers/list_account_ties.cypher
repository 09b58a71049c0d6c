// Across networks: all that is tied to an account: networks, mails, actions, moments, pulses.
// mode: read
// params: id
// returns: type, tie, label, properties
MATCH (user:User {id: $id})-[tie]-(thing)
RETURN type(tie) AS type, properties(tie) AS tie, head(labels(thing)) AS label,
  properties(thing) AS properties
ORDER BY label, thing.id
LIMIT 20000
