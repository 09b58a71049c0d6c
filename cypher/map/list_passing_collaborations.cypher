// The collaborations of a network that answer to facets that the map itself does not carry.
// mode: read
// params: network_id, life_stage, programme, funder, prevention_type, policy_goal
// returns: id
MATCH (collaboration:Collaboration {network_id: $network_id})
WHERE collaboration.archived_at IS NULL
  AND ($life_stage IS NULL OR EXISTS { (collaboration)-[:SERVES]->(:LifeStage {id: $life_stage}) })
  AND ($programme IS NULL OR EXISTS { (collaboration)-[:USES]->(:Programme {id: $programme}) })
  AND ($funder IS NULL OR EXISTS { (collaboration)-[:FUNDED_BY]->(:Actor {id: $funder}) })
  AND ($prevention_type IS NULL OR EXISTS { (collaboration)-[:AIMS_AT]->(:PreventionType {id: $prevention_type}) })
  AND ($policy_goal IS NULL OR EXISTS { (collaboration)-[:CONTRIBUTES_TO]->(:PolicyGoal {id: $policy_goal}) })
RETURN collaboration.id AS id
ORDER BY id
LIMIT 20000
