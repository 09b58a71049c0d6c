// Put changes by a user in a network; a user who is not there changed nothing.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (user:User {id: row.by_id})
MERGE (change:Change {id: row.id})
ON CREATE SET
  change.network_id = $network_id,
  change.at = row.at,
  change.verb = row.verb,
  change.kind = row.kind,
  change.subject_id = row.subject_id,
  change.subject_name = row.subject_name,
  change.by_id = user.id,
  change.by_name = user.name,
  change.before = row.before,
  change.after = row.after,
  change.created_at = row.at,
  change.updated_at = row.at
