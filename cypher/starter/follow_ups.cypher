// Put follow-ups in a network and tie each to what it is about.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MERGE (step:FollowUp {id: row.id})
ON CREATE SET
  step.network_id = $network_id,
  step.what = row.what,
  step.kind = row.kind,
  step.due_on = row.due_on,
  step.done_on = row.done_on,
  step.created_at = row.created_at,
  step.updated_at = row.created_at,
  step.version = 1
WITH step, row
MATCH (subject:Actor|Collaboration {id: row.about_id, network_id: $network_id})
MERGE (step)-[:ABOUT]->(subject)
