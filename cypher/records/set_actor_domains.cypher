// Say in which domains some partners work; the first is the primary one.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id, network_id: $network_id})
OPTIONAL MATCH (actor)-[old:WORKS_IN]->(:Domain)
DELETE old
WITH DISTINCT actor, row
UNWIND row.domain_ids AS to_id
MATCH (domain:Domain {id: to_id})
CREATE (actor)-[:WORKS_IN {primary: to_id = row.domain_ids[0]}]->(domain)
