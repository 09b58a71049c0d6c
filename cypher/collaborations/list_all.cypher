// All collaborations of a network with all that people filled in, in any order: what an export holds.
// mode: read
// params: network_id, limit
// returns: id, version, created_at, updated_at, archived_at, fields, energy, last_contact_on, source, history, participants, life_stage_ids, prevention_type_ids, policy_goal_ids, places, programmes, funders, positions, pulses, results, groups, mentions
MATCH (collaboration:Collaboration {network_id: $network_id})
RETURN
  collaboration.id AS id,
  collaboration.version AS version,
  collaboration.created_at AS created_at,
  collaboration.updated_at AS updated_at,
  collaboration.archived_at AS archived_at,
  collaboration {
    .name, .goal, .layer, .form, .status, .rhythm_days, .started_on, .funded_until, .residents_involved
  } AS fields,
  collaboration.energy AS energy,
  collaboration.last_contact_on AS last_contact_on,
  coalesce(collaboration.source, []) AS source,
  [(collaboration)-[:WENT_THROUGH]->(change:StatusChange) |
    change {.id, .status, .on, .created_at}] AS history,
  [(collaboration)<-[part:TAKES_PART_IN]-(actor:Actor) | {
    actor_id: actor.id, name: actor.name, archived: actor.archived_at IS NOT NULL,
    domain_id: null, role: part.role, since: part.since, until: part.until, source: part.source
  }] AS participants,
  [(collaboration)-[:SERVES]->(stage:LifeStage) | stage.id] AS life_stage_ids,
  [(collaboration)-[:AIMS_AT]->(type:PreventionType) | type.id] AS prevention_type_ids,
  [(collaboration)-[:CONTRIBUTES_TO]->(goal) | goal.id] AS policy_goal_ids,
  [(collaboration)-[:HAPPENS_IN]->(place:Neighbourhood) | place {.id, .name}] AS places,
  [(collaboration)-[:USES]->(programme:Programme) |
    programme {.id, .name, .evidence, .evidence_source, .evidence_on}] AS programmes,
  [(collaboration)-[funding:FUNDED_BY]->(funder:Actor) |
    {actor_id: funder.id, name: funder.name, until: funding.until}] AS funders,
  [(collaboration)-[:CARRIED_BY]->(position:Position)-[:AT]->(body:Actor) |
    {id: position.id, name: position.name + ', ' + body.name}] AS positions,
  [] AS pulses,
  [] AS results,
  [] AS groups,
  [] AS mentions
LIMIT $limit
