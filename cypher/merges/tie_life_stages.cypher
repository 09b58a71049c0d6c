// Say again which life stages a partner reaches.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:LifeStage {id: row.other_id})
CREATE (actor)-[:REACHES]->(other)
