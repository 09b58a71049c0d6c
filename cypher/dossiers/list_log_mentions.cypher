// Lines of the log about a person, or in whose texts one of some words stands; those about other people are left out.
// mode: read
// params: network_id, person_id, keys
// returns: id, label, properties
MATCH (change:Change {network_id: $network_id})
WHERE change.kind <> 'Person' OR change.subject_id = $person_id
WITH change, toLower(change.subject_name + ' ' + change.before + ' ' + change.after) AS text
WHERE change.subject_id = $person_id OR any(word IN $keys WHERE text CONTAINS word)
RETURN change.id AS id, 'Change' AS label, properties(change) AS properties
ORDER BY id
LIMIT 5000
