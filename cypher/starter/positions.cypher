// Put functions in a network and tie each to its actor.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MERGE (position:Position {id: row.id})
ON CREATE SET
  position.network_id = $network_id,
  position.name = row.name,
  position.email = row.email,
  position.phone = row.phone,
  position.created_at = row.created_at,
  position.updated_at = row.created_at,
  position.version = 1
WITH position, row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MERGE (position)-[:AT]->(actor)
