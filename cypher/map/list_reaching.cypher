// The partners of a network that reach a life stage.
// mode: read
// params: network_id, life_stage
// returns: id
MATCH (actor:Actor {network_id: $network_id})
WHERE actor.archived_at IS NULL AND EXISTS { (actor)-[:REACHES]->(:LifeStage {id: $life_stage}) }
RETURN actor.id AS id
ORDER BY id
LIMIT 20000
