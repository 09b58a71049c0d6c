// Some collaborations as a bulk edit looks at them, with their changes of status in any order.
// mode: read
// params: network_id, ids
// returns: id, name, version, updated_at, archived, fields
UNWIND $ids AS id
MATCH (collaboration:Collaboration {id: id, network_id: $network_id})
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.version AS version,
  collaboration.updated_at AS updated_at,
  collaboration.archived_at IS NOT NULL AS archived,
  collaboration {
    .layer, .rhythm_days, .funded_until, .status, .started_on, .ended_on, .archived_at,
    life_stage_ids: [(collaboration)-[:SERVES]->(stage:LifeStage) | stage.id],
    neighbourhood_ids: [(collaboration)-[:HAPPENS_IN]->(place:Neighbourhood) | place.id],
    history: [(collaboration)-[:WENT_THROUGH]->(change:StatusChange) |
      change {.id, .status, .on, .created_at}]
  } AS fields
ORDER BY collaboration.sort_name, id
