// Take the write lock on all things of a network in whose texts one of some words stands; people are left out.
// mode: write
// params: network_id, keys, token, limit
// returns: id, label, properties
MATCH (thing {network_id: $network_id})
WHERE NOT thing:Change AND NOT thing:Snapshot AND NOT thing:Person
  AND any(name IN keys(thing) WHERE
    any(text IN [each IN [] + thing[name] | toLower(toString(each))] WHERE
      any(word IN $keys WHERE text CONTAINS word)))
SET thing._lock = $token
REMOVE thing._lock
RETURN thing.id AS id, head(labels(thing)) AS label, properties(thing) AS properties
ORDER BY label, id
LIMIT $limit
