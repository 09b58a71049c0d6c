// How many programmes, shared or of a network, pass the filters.
// mode: read
// params: network_id, ids, kind, domain, known, own, used, archived
// returns: total
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
RETURN count(programme) AS total
