// What editors said of the cells of the table of white spots.
// mode: read
// params: network_id
// returns: domain_id, life_stage_id, stance
MATCH (ambition:Ambition {network_id: $network_id})
WHERE ambition.stance IS NOT NULL
RETURN
  head([(ambition)-[:CONCERNS]->(domain:Domain) | domain.id]) AS domain_id,
  head([(ambition)-[:CONCERNS]->(stage:LifeStage) | stage.id]) AS life_stage_id,
  ambition.stance AS stance
ORDER BY domain_id, life_stage_id
LIMIT 5000
