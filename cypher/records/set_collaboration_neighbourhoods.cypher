// Say in which neighbourhoods of their network some collaborations happen.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:HAPPENS_IN]->(:Neighbourhood)
DELETE old
WITH DISTINCT collaboration, row
UNWIND row.neighbourhood_ids AS to_id
MATCH (:Network {id: $network_id})-[:COVERS]->(place:Neighbourhood {id: to_id})
CREATE (collaboration)-[:HAPPENS_IN]->(place)
