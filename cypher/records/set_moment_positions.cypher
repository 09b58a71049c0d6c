// Say with whoever held which positions some contact moments were.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (moment:ContactMoment {id: row.id, network_id: $network_id})
OPTIONAL MATCH (moment)-[old:WITH]->(:Position)
DELETE old
WITH DISTINCT moment, row
UNWIND row.position_ids AS to_id
MATCH (position:Position {id: to_id, network_id: $network_id})
CREATE (moment)-[:WITH]->(position)
