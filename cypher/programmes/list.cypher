// One page of the programmes, shared or of a network, that pass the filters.
// mode: read
// params: network_id, ids, kind, domain, known, own, used, archived, sort, skip, limit
// returns: id, name, kind, domain_ids, evidence, evidence_source, evidence_on, own, uses, archived_at
MATCH (programme:Programme)
WHERE (programme.network_id IS NULL OR programme.network_id = $network_id)
  AND (programme.archived_at IS NOT NULL) = $archived
  AND ($ids IS NULL OR programme.id IN $ids)
  AND ($kind IS NULL OR programme.kind = $kind)
  AND ($domain IS NULL OR EXISTS { (programme)-[:WORKS_IN]->(:Domain {id: $domain}) })
  AND ($known = false OR coalesce(programme.evidence, '') <> '')
  AND ($own = false OR programme.network_id = $network_id)
  AND ($used = false OR EXISTS {
    MATCH (programme)<-[:USES]-(one:Collaboration {network_id: $network_id}) WHERE one.archived_at IS NULL
  })
WITH programme,
  COUNT {
    MATCH (programme)<-[:USES]-(one:Collaboration {network_id: $network_id}) WHERE one.archived_at IS NULL
  } AS uses
ORDER BY CASE $sort WHEN 'gebruik' THEN -uses ELSE 0 END, programme.sort_name, programme.id
SKIP $skip
LIMIT $limit
RETURN
  programme.id AS id,
  programme.name AS name,
  programme.kind AS kind,
  [(programme)-[:WORKS_IN]->(domain:Domain) | domain.id] AS domain_ids,
  coalesce(programme.evidence, '') AS evidence,
  coalesce(programme.evidence_source, '') AS evidence_source,
  programme.evidence_on AS evidence_on,
  programme.network_id IS NOT NULL AS own,
  uses,
  programme.archived_at AS archived_at
