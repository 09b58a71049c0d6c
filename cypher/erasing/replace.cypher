// Save things from whose texts somebody was erased, by id; a version rises, so that no open form puts the text back.
// mode: write
// params: network_id, ids, properties
// returns: replaced
MATCH (thing {network_id: $network_id})
WHERE thing.id IN $ids
SET thing += $properties[thing.id], thing.version = thing.version + 1
RETURN count(thing) AS replaced
