// Tie a partner again to the programme or coalition that is the same body.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:Programme|Collaboration {id: row.other_id})
WHERE other.network_id = $network_id OR other.network_id IS NULL
CREATE (actor)-[:SAME_AS]->(other)
