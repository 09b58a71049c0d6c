// Take the write lock on the lines of the log in whose texts one of some words stands; those about other people are left out.
// mode: write
// params: network_id, person_id, keys, token, limit
// returns: id, label, properties
MATCH (change:Change {network_id: $network_id})
WHERE change.kind <> 'Person' OR change.subject_id = $person_id
WITH change, toLower(change.subject_name + ' ' + change.before + ' ' + change.after) AS text
WHERE any(word IN $keys WHERE text CONTAINS word)
SET change._lock = $token
REMOVE change._lock
RETURN change.id AS id, 'Change' AS label, properties(change) AS properties
ORDER BY id
LIMIT $limit
