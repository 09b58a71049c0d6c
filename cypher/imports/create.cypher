// Make an import, before its parts come; making it twice makes one.
// mode: write
// params: network_id, id, properties, now
// returns: id
MERGE (job:Import {id: $id})
ON CREATE SET job += $properties, job.network_id = $network_id, job.created_at = $now, job.updated_at = $now
RETURN job.id AS id
