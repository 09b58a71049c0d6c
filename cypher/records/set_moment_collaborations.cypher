// Say which collaborations of the network some contact moments are about.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (moment:ContactMoment {id: row.id, network_id: $network_id})
OPTIONAL MATCH (moment)-[old:ABOUT]->(:Collaboration)
DELETE old
WITH DISTINCT moment, row
UNWIND row.collaboration_ids AS to_id
MATCH (collaboration:Collaboration {id: to_id, network_id: $network_id})
CREATE (moment)-[:ABOUT]->(collaboration)
