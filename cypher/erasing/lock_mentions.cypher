// Take the write lock on all things of a network in whose texts one of some words stands; other people are left out.
// mode: write
// params: network_id, person_id, keys, token, limit
// returns: id, label, properties
MATCH (thing {network_id: $network_id})
WHERE NOT thing:Person
  AND (NOT thing:Change OR thing.kind <> 'Person' OR thing.subject_id = $person_id)
  AND any(name IN keys(thing) WHERE
    any(text IN [] + thing[name] WHERE any(word IN $keys WHERE toLower(toString(text)) CONTAINS word)))
SET thing._lock = $token
REMOVE thing._lock
RETURN thing.id AS id, head(labels(thing)) AS label, properties(thing) AS properties
ORDER BY label, id
LIMIT $limit
