// Say which partner of the network pays for a collaboration, and until when; null for none.
// mode: write
// params: network_id, id, funder_id, until
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:FUNDED_BY]->(:Actor)
DELETE old
WITH DISTINCT collaboration
MATCH (funder:Actor {id: $funder_id, network_id: $network_id})
CREATE (collaboration)-[:FUNDED_BY {until: $until}]->(funder)
