// Which columns somebody chose last time for a sheet of this kind with these headers.
// mode: read
// params: network_id, kind, headers
// returns: mapping
MATCH (job:Import {network_id: $network_id, kind: $kind})
WHERE job.headers = $headers AND job.mapping IS NOT NULL
RETURN job.mapping AS mapping
ORDER BY job.created_at DESC, job.id DESC
LIMIT 1
