// Say whether a domain at a life stage is an ambition of the network or does not belong there; null takes that back.
// mode: write
// params: network_id, id, domain_id, life_stage_id, stance, now, token
// returns: before, domain, life_stage
MATCH (domain:Domain {id: $domain_id})
MATCH (stage:LifeStage {id: $life_stage_id})
MERGE (ambition:Ambition {id: $id})
ON CREATE SET ambition.network_id = $network_id, ambition.created_at = $now
// The lock first, so that what it was before is what really stood there.
SET ambition._lock = $token
REMOVE ambition._lock
MERGE (ambition)-[:CONCERNS]->(domain)
MERGE (ambition)-[:CONCERNS]->(stage)
WITH ambition, domain, stage, ambition.stance AS before
SET ambition.stance = $stance, ambition.updated_at = $now
RETURN before, domain.label AS domain, stage.label AS life_stage
