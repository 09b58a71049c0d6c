// The newest imports of a network, those of one file in their own order; what was called off is left out.
// mode: read
// params: network_id, limit
// returns: id, kind, filename, state, headers, samples, mapping, usual, by_id, by_name, counts, parts, parts_done, reason, created_at, updated_at, token, lease_until, turns, cells_until, parts_until
MATCH (job:Import {network_id: $network_id})
WHERE NOT job.state IN ['uploading', 'cancelled']
RETURN
  job.id AS id,
  job.kind AS kind,
  job.filename AS filename,
  job.state AS state,
  job.headers AS headers,
  job.samples AS samples,
  job.mapping AS mapping,
  job.usual AS usual,
  job.by_id AS by_id,
  job.by_name AS by_name,
  job.counts AS counts,
  job.parts AS parts,
  job.parts_done AS parts_done,
  job.reason AS reason,
  job.created_at AS created_at,
  job.updated_at AS updated_at,
  job.token AS token,
  job.lease_until AS lease_until,
  job.turns AS turns,
  job.cells_until AS cells_until,
  job.parts_until AS parts_until
ORDER BY created_at DESC, id
LIMIT $limit
