// Say in which domains a partner works; the first is the primary one.
// mode: write
// params: network_id, id, domain_ids
MATCH (actor:Actor {id: $id, network_id: $network_id})
OPTIONAL MATCH (actor)-[old:WORKS_IN]->(:Domain)
DELETE old
WITH DISTINCT actor
UNWIND $domain_ids AS domain_id
MATCH (domain:Domain {id: domain_id})
CREATE (actor)-[:WORKS_IN {primary: domain_id = $domain_ids[0]}]->(domain)
