// Across networks: the imports with work to do that no worker has.
// mode: read
// params: now, limit
// returns: network_id, id
MATCH (job:Import)
WHERE job.state IN ['checking', 'running', 'undoing'] AND (job.lease_until IS NULL OR job.lease_until < $now)
RETURN job.network_id AS network_id, job.id AS id
ORDER BY job.updated_at, id
LIMIT $limit
