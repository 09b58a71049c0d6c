// Which of some partners would be a part of their own parts, if they became a part of another.
// mode: read
// params: network_id, rows
// returns: id
UNWIND $rows AS row
MATCH (parent:Actor {id: row.parent_id, network_id: $network_id})-[:PART_OF*0..20]->(above:Actor)
WHERE above.id = row.id
RETURN DISTINCT row.id AS id
ORDER BY id
LIMIT 500
