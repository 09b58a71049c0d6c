// Take the write lock on some collaborations, and tell what stands there and what else leans on them.
// mode: write
// params: network_id, ids, token
// returns: id, version, archived, fields, used_by
UNWIND $ids AS id
MATCH (collaboration:Collaboration {id: id, network_id: $network_id})
SET collaboration._lock = $token
REMOVE collaboration._lock
WITH collaboration
RETURN
  collaboration.id AS id,
  collaboration.version AS version,
  collaboration.archived_at IS NOT NULL AS archived,
  collaboration {
    .name, .goal, .layer, .form, .rhythm_days, .started_on, .ended_on, .funded_until, .residents_involved, .status, .archived_at,
    life_stage_ids: [(collaboration)-[:SERVES]->(stage:LifeStage) | stage.id],
    prevention_type_ids: [(collaboration)-[:AIMS_AT]->(type:PreventionType) | type.id],
    policy_goal_ids: [(collaboration)-[:CONTRIBUTES_TO]->(goal) | goal.id],
    neighbourhood_ids: [(collaboration)-[:HAPPENS_IN]->(place:Neighbourhood) | place.id],
    programme_ids: [(collaboration)-[:USES]->(programme:Programme) | programme.id],
    funders: [(collaboration)-[funds:FUNDED_BY]->(funder:Actor) | {actor_id: funder.id, until: funds.until}],
    actor_ids: [(collaboration)<-[:TAKES_PART_IN]-(actor:Actor) | actor.id],
    history: [(collaboration)-[:WENT_THROUGH]->(change:StatusChange) |
      change {.id, .status, .on}]
  } AS fields,
  [(collaboration)<-[:ABOUT|OF|NAMED_IN|MENTIONS|SAME_AS]-(other) | other.id] AS used_by
