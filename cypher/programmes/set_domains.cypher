// Say in which domains a programme works.
// mode: write
// params: network_id, id, domain_ids
MATCH (programme:Programme {id: $id, network_id: $network_id})
OPTIONAL MATCH (programme)-[old:WORKS_IN]->(:Domain)
DELETE old
WITH DISTINCT programme
UNWIND $domain_ids AS domain_id
MATCH (domain:Domain {id: domain_id})
CREATE (programme)-[:WORKS_IN]->(domain)
