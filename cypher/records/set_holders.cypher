// Say who held, hold and will hold some locked positions.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (position:Position {id: row.id, network_id: $network_id})
OPTIONAL MATCH (position)<-[old:HOLDS]-(:Person)
DELETE old
WITH DISTINCT position, row
UNWIND row.holders AS holder
MATCH (person:Person {id: holder.person_id, network_id: $network_id})
CREATE (person)-[:HOLDS {since: holder.since, until: holder.until}]->(position)
