// Say which positions in the network carry a collaboration.
// mode: write
// params: network_id, id, position_ids
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:CARRIED_BY]->(:Position)
DELETE old
WITH DISTINCT collaboration
UNWIND $position_ids AS position_id
MATCH (position:Position {id: position_id, network_id: $network_id})
CREATE (collaboration)-[:CARRIED_BY]->(position)
