// Say at which types of prevention some collaborations aim.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:AIMS_AT]->(:PreventionType)
DELETE old
WITH DISTINCT collaboration, row
UNWIND row.prevention_type_ids AS to_id
MATCH (type:PreventionType {id: to_id})
CREATE (collaboration)-[:AIMS_AT]->(type)
