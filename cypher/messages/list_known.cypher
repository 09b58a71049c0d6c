// Across networks: which of these keys already stand in the ledger.
// mode: read
// params: keys
// returns: key
UNWIND $keys AS wanted
MATCH (message:Message {key: wanted})
RETURN message.key AS key
ORDER BY key
LIMIT 100000
