// Say which programmes, shared or of its own network, a collaboration uses.
// mode: write
// params: network_id, id, programme_ids
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:USES]->(:Programme)
DELETE old
WITH DISTINCT collaboration
UNWIND $programme_ids AS programme_id
MATCH (programme:Programme {id: programme_id})
WHERE programme.network_id IS NULL OR programme.network_id = $network_id
CREATE (collaboration)-[:USES]->(programme)
