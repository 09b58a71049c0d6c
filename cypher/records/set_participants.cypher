// Say which partners take part in some locked collaborations; who took part already keeps role and days.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
OPTIONAL MATCH (collaboration)<-[old:TAKES_PART_IN]-(former:Actor)
WHERE NOT former.id IN row.actor_ids
DELETE old
WITH DISTINCT collaboration, row
UNWIND row.actor_ids AS actor_id
MATCH (actor:Actor {id: actor_id, network_id: $network_id})
MERGE (actor)-[part:TAKES_PART_IN]->(collaboration)
ON CREATE SET part.role = ''
