// Say at which types of prevention a programme aims.
// mode: write
// params: network_id, id, prevention_type_ids
MATCH (programme:Programme {id: $id, network_id: $network_id})
OPTIONAL MATCH (programme)-[old:AIMS_AT]->(:PreventionType)
DELETE old
WITH DISTINCT programme
UNWIND $prevention_type_ids AS prevention_type_id
MATCH (type:PreventionType {id: prevention_type_id})
CREATE (programme)-[:AIMS_AT]->(type)
