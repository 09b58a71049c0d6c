// Say of which other partner in the network some partners are a part; null for none.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id, network_id: $network_id})
OPTIONAL MATCH (actor)-[old:PART_OF]->(:Actor)
DELETE old
WITH DISTINCT actor, row
MATCH (parent:Actor {id: row.parent_id, network_id: $network_id})
WHERE parent.id <> actor.id
CREATE (actor)-[:PART_OF]->(parent)
