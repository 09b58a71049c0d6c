// Say of which other partner in the network a partner is a part; null for none.
// mode: write
// params: network_id, id, parent_id
MATCH (actor:Actor {id: $id, network_id: $network_id})
OPTIONAL MATCH (actor)-[old:PART_OF]->(:Actor)
DELETE old
WITH DISTINCT actor
MATCH (parent:Actor {id: $parent_id, network_id: $network_id})
WHERE parent.id <> actor.id
CREATE (actor)-[:PART_OF]->(parent)
