// Tie a partner again to what texts say of it and another.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:Actor|ActorGroup|Collaboration|Programme {id: row.other_id})
WHERE other.network_id = $network_id OR other.network_id IS NULL
CREATE (actor)-[tie:MENTIONS]->(other)
SET tie = row.properties
