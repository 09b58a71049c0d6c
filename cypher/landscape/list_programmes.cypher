// The programmes that collaborations of a network use, with what is known of their effect.
// mode: read
// params: network_id
// returns: id, name, evidence, evidence_source, evidence_on, life_stage_ids, prevention_type_ids, pillar_ids
MATCH (:Collaboration {network_id: $network_id})-[:USES]->(programme:Programme)
WITH DISTINCT programme
WHERE programme.archived_at IS NULL
RETURN
  programme.id AS id,
  programme.name AS name,
  coalesce(programme.evidence, '') AS evidence,
  coalesce(programme.evidence_source, '') AS evidence_source,
  programme.evidence_on AS evidence_on,
  [(programme)-[:SERVES]->(stage:LifeStage) | stage.id] AS life_stage_ids,
  [(programme)-[:AIMS_AT]->(type:PreventionType) | type.id] AS prevention_type_ids,
  [(programme)-[:RESTS_ON]->(pillar:Pillar) | pillar.id] AS pillar_ids
ORDER BY programme.sort_name, id
LIMIT 5000
