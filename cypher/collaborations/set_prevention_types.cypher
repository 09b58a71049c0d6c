// Say at which types of prevention a collaboration aims.
// mode: write
// params: network_id, id, prevention_type_ids
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:AIMS_AT]->(:PreventionType)
DELETE old
WITH DISTINCT collaboration
UNWIND $prevention_type_ids AS prevention_type_id
MATCH (type:PreventionType {id: prevention_type_id})
CREATE (collaboration)-[:AIMS_AT]->(type)
