// What a user put off in a network, each with the day until which.
// mode: read
// params: network_id, user_id
// returns: about, until
MATCH (snooze:Snooze {network_id: $network_id})
WHERE snooze.user_id = $user_id
RETURN snooze.about AS about, snooze.until AS until
ORDER BY about
LIMIT 5000
