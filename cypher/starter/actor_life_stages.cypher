// Tie actors to the stages of life they reach.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id, network_id: $network_id})
MATCH (stage:LifeStage {id: row.to_id})
MERGE (actor)-[:REACHES]->(stage)
