// All things of a network in whose texts one of some words stands, in lower case; other people are left out.
// mode: read
// params: network_id, person_id, keys
// returns: id, label, properties
MATCH (thing {network_id: $network_id})
WHERE NOT thing:Change AND NOT thing:Snapshot AND (NOT thing:Person OR thing.id = $person_id)
  AND any(name IN keys(thing) WHERE
    any(text IN [each IN [] + thing[name] | toLower(toString(each))] WHERE
      any(word IN $keys WHERE text CONTAINS word)))
RETURN thing.id AS id, head(labels(thing)) AS label, properties(thing) AS properties
ORDER BY label, id
LIMIT 5000
