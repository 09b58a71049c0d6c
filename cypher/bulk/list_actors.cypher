// Some partners as a bulk edit looks at them.
// mode: read
// params: network_id, ids
// returns: id, name, version, updated_at, archived, fields, main_domain_ids
UNWIND $ids AS id
MATCH (actor:Actor {id: id, network_id: $network_id})
RETURN
  actor.id AS id,
  actor.name AS name,
  actor.version AS version,
  actor.updated_at AS updated_at,
  actor.archived_at IS NOT NULL AS archived,
  actor {
    .kind, .municipality, .verified_on, .archived_at,
    domain_ids: [(actor)-[:WORKS_IN {primary: false}]->(domain:Domain) | domain.id],
    neighbourhood_ids: [(actor)-[:LOCATED_IN]->(place:Neighbourhood) | place.id],
    life_stage_ids: [(actor)-[:REACHES]->(stage:LifeStage) | stage.id]
  } AS fields,
  [(actor)-[:WORKS_IN {primary: true}]->(domain:Domain) | domain.id] AS main_domain_ids
ORDER BY actor.sort_name, id
