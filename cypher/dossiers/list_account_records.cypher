// Across networks: what an account did and keeps for itself, as the log, saved views and snoozes have it.
// mode: read
// params: id
// returns: label, properties
MATCH (thing:Change {by_id: $id})
RETURN 'Change' AS label, properties(thing) AS properties
ORDER BY thing.at, thing.id
LIMIT 20000
UNION ALL
MATCH (thing:Operation {by_id: $id})
RETURN 'Operation' AS label, properties(thing) AS properties
ORDER BY thing.at, thing.id
LIMIT 5000
UNION ALL
MATCH (thing:SavedView {user_id: $id})
RETURN 'SavedView' AS label, properties(thing) AS properties
ORDER BY thing.id
LIMIT 5000
UNION ALL
MATCH (thing:Snooze {user_id: $id})
RETURN 'Snooze' AS label, properties(thing) AS properties
ORDER BY thing.id
LIMIT 5000
