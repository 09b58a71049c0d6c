// Remove records whose term is over, with the lines of the log that tell what stood in them.
// mode: write
// params: network_id, ids
// returns: removed
MATCH (thing {network_id: $network_id})
WHERE thing.id IN $ids OR (thing:Change AND thing.subject_id IN $ids)
DETACH DELETE thing
RETURN count(*) AS removed
