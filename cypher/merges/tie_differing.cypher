// Remember again which partners a partner differs from.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:Actor {id: row.other_id, network_id: $network_id})
CREATE (actor)-[:DIFFERS_FROM]->(other)
