// Take the write lock on some partners, and tell what stands there and what else leans on them.
// mode: write
// params: network_id, ids, token
// returns: id, version, archived, fields, main_domain_ids, used_by
UNWIND $ids AS id
MATCH (actor:Actor {id: id, network_id: $network_id})
SET actor._lock = $token
REMOVE actor._lock
WITH actor
RETURN
  actor.id AS id,
  actor.version AS version,
  actor.archived_at IS NOT NULL AS archived,
  actor {
    .name, .kind, .scale, .aliases, .description, .municipality, .website, .email, .phone, .postcode, .kvk, .is_person, .verified_on, .archived_at,
    domain_ids: [(actor)-[:WORKS_IN {primary: false}]->(domain:Domain) | domain.id],
    neighbourhood_ids: [(actor)-[:LOCATED_IN]->(place:Neighbourhood) | place.id],
    life_stage_ids: [(actor)-[:REACHES]->(stage:LifeStage) | stage.id],
    parent_id: head([(actor)-[:PART_OF]->(parent:Actor) | parent.id])
  } AS fields,
  [(actor)-[:WORKS_IN {primary: true}]->(domain:Domain) | domain.id] AS main_domain_ids,
  [(actor)<-[:PART_OF|AT|ABOUT|FUNDED_BY|BY|OWNED_BY|MENTIONS]-(other) | other.id]
    + [(actor)-[:TAKES_PART_IN|MENTIONS|SAME_AS]->(other) | other.id] AS used_by
