// Say with whoever held which positions a contact moment was.
// mode: write
// params: network_id, id, position_ids
MATCH (moment:ContactMoment {id: $id, network_id: $network_id})
OPTIONAL MATCH (moment)-[old:WITH]->(:Position)
DELETE old
WITH DISTINCT moment
UNWIND $position_ids AS position_id
MATCH (position:Position {id: position_id, network_id: $network_id})
CREATE (moment)-[:WITH]->(position)
