// All partners of a network with all that people filled in, in any order: what an export holds.
// mode: read
// params: network_id, limit
// returns: id, version, created_at, updated_at, archived_at, verified_on, fields, domain_ids, other_domain_ids, places, life_stage_ids, source, energy, active, lively, unmeasured, partners, last_contact_on, parents
MATCH (actor:Actor {network_id: $network_id})
RETURN
  actor.id AS id,
  actor.version AS version,
  actor.created_at AS created_at,
  actor.updated_at AS updated_at,
  actor.archived_at AS archived_at,
  actor.verified_on AS verified_on,
  actor {
    .name, .kind, .scale, .aliases, .description, .municipality, .website, .email, .phone, .postcode, .kvk, .is_person
  } AS fields,
  [(actor)-[:WORKS_IN {primary: true}]->(domain:Domain) | domain.id] AS domain_ids,
  [(actor)-[:WORKS_IN {primary: false}]->(domain:Domain) | domain.id] AS other_domain_ids,
  [(actor)-[:LOCATED_IN]->(place:Neighbourhood) | place {.id, .name}] AS places,
  [(actor)-[:REACHES]->(stage:LifeStage) | stage.id] AS life_stage_ids,
  coalesce(actor.source, []) AS source,
  actor.energy AS energy,
  coalesce(actor.active, 0) AS active,
  coalesce(actor.lively, 0) AS lively,
  coalesce(actor.unmeasured, 0) AS unmeasured,
  coalesce(actor.partners, 0) AS partners,
  actor.last_contact_on AS last_contact_on,
  [(actor)-[:PART_OF]->(parent:Actor) | parent {.id, .name}] AS parents
LIMIT $limit
