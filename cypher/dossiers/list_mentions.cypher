// All things of a network in whose texts one of some words stands, in lower case; other people are left out.
// mode: read
// params: network_id, person_id, keys
// returns: id, label, properties
MATCH (thing {network_id: $network_id})
WHERE (NOT thing:Person OR thing.id = $person_id)
  AND (NOT thing:Change OR thing.kind <> 'Person' OR thing.subject_id = $person_id)
  AND any(name IN keys(thing) WHERE
    any(text IN [] + thing[name] WHERE any(word IN $keys WHERE toLower(toString(text)) CONTAINS word)))
RETURN thing.id AS id, head(labels(thing)) AS label, properties(thing) AS properties
ORDER BY label, id
LIMIT 5000
