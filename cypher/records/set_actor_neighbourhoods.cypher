// Say in which neighbourhoods of their network some partners are.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id, network_id: $network_id})
OPTIONAL MATCH (actor)-[old:LOCATED_IN]->(:Neighbourhood)
DELETE old
WITH DISTINCT actor, row
UNWIND row.neighbourhood_ids AS to_id
MATCH (:Network {id: $network_id})-[:COVERS]->(place:Neighbourhood {id: to_id})
CREATE (actor)-[:LOCATED_IN]->(place)
