// Say in which neighbourhoods of its network a collaboration happens.
// mode: write
// params: network_id, id, neighbourhood_ids
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:HAPPENS_IN]->(:Neighbourhood)
DELETE old
WITH DISTINCT collaboration
UNWIND $neighbourhood_ids AS neighbourhood_id
MATCH (:Network {id: $network_id})-[:COVERS]->(place:Neighbourhood {id: neighbourhood_id})
CREATE (collaboration)-[:HAPPENS_IN]->(place)
