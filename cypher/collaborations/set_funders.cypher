// Say which partners of the network pay for a collaboration, and each until when.
// mode: write
// params: network_id, id, rows
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:FUNDED_BY]->(:Actor)
DELETE old
WITH DISTINCT collaboration
UNWIND $rows AS row
MATCH (funder:Actor {id: row.actor_id, network_id: $network_id})
CREATE (collaboration)-[:FUNDED_BY {until: row.until}]->(funder)
