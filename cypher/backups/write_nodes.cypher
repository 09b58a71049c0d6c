// Across networks: put nodes of one label back as they were kept; again changes nothing.
// mode: write
// names: Actor
// params: rows
// returns: nodes
UNWIND $rows AS row
MERGE (node:Actor {id: row.id})
SET node = row.properties
RETURN count(*) AS nodes
