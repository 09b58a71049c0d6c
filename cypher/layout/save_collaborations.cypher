// Keep where new collaborations stand on the map; what has a place keeps it.
// mode: write
// params: network_id, rows
// returns: saved
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
WHERE collaboration.x IS NULL
SET collaboration.x = row.x, collaboration.y = row.y
RETURN count(collaboration) AS saved
