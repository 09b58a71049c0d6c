// Say which partners of the network pay for some locked collaborations, and until when.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:FUNDED_BY]->(:Actor)
DELETE old
WITH DISTINCT collaboration, row
UNWIND row.funders AS funder
MATCH (actor:Actor {id: funder.actor_id, network_id: $network_id})
CREATE (collaboration)-[:FUNDED_BY {until: funder.until}]->(actor)
