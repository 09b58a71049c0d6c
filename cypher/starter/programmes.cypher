// Put programmes in the graph: shared ones, and those that a network made itself.
// mode: write
// params: rows
UNWIND $rows AS row
MERGE (programme:Programme {id: row.id})
ON CREATE SET
  programme.network_id = row.network_id,
  programme.name = row.name,
  programme.sort_name = row.sort_name,
  programme.search = row.search,
  programme.kind = row.kind,
  programme.description = row.description,
  programme.target_group = row.target_group,
  programme.evidence = row.evidence,
  programme.evidence_source = row.evidence_source,
  programme.evidence_on = row.evidence_on,
  programme.source = row.source,
  programme.created_at = row.created_at,
  programme.updated_at = row.created_at,
  programme.version = 1
