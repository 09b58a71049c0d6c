// Across networks: the keys of the mails that left for an address since a moment.
// mode: read
// params: email, since
// returns: key
MATCH (message:Message)-[:TO]->(:User {email: $email})
WHERE message.sent_at >= $since
RETURN message.key AS key
ORDER BY key
LIMIT 2000
