// Across networks: the imports that hold rows longer than anybody needs them.
// mode: read
// params: now, limit
// returns: network_id, id
MATCH (job:Import)
WHERE job.cells_until < $now OR job.parts_until < $now
RETURN job.network_id AS network_id, job.id AS id
ORDER BY id
LIMIT $limit
