// Say how a locked import stands.
// mode: write
// params: network_id, id, properties, now
MATCH (job:Import {id: $id, network_id: $network_id})
SET job += $properties, job.updated_at = $now
