// Say in which neighbourhoods of its network a partner is.
// mode: write
// params: network_id, id, neighbourhood_ids
MATCH (actor:Actor {id: $id, network_id: $network_id})
OPTIONAL MATCH (actor)-[old:LOCATED_IN]->(:Neighbourhood)
DELETE old
WITH DISTINCT actor
UNWIND $neighbourhood_ids AS neighbourhood_id
MATCH (:Network {id: $network_id})-[:COVERS]->(place:Neighbourhood {id: neighbourhood_id})
CREATE (actor)-[:LOCATED_IN]->(place)
