// Keep where new partners stand on the map; who has a place keeps it.
// mode: write
// params: network_id, rows
// returns: saved
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id, network_id: $network_id})
WHERE actor.x IS NULL
SET actor.x = row.x, actor.y = row.y
RETURN count(actor) AS saved
