// Say which programmes, shared or of the network, some collaborations use.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:USES]->(:Programme)
DELETE old
WITH DISTINCT collaboration, row
UNWIND row.programme_ids AS to_id
MATCH (programme:Programme {id: to_id})
WHERE programme.network_id = $network_id OR programme.network_id IS NULL
CREATE (collaboration)-[:USES]->(programme)
