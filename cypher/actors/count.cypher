// How many partners of a network pass the filters.
// mode: read
// params: network_id, domain, neighbourhood, kind, archived, roots_only
// returns: total
MATCH (actor:Actor {network_id: $network_id})
WHERE (actor.archived_at IS NOT NULL) = $archived
  AND ($kind IS NULL OR actor.kind = $kind)
  AND ($domain IS NULL OR EXISTS { (actor)-[:WORKS_IN]->(:Domain {id: $domain}) })
  AND ($neighbourhood IS NULL
    OR EXISTS { (actor)-[:LOCATED_IN]->(:Neighbourhood {id: $neighbourhood}) })
  AND ($roots_only = false
    OR NOT EXISTS { MATCH (actor)-[:PART_OF]->(parent:Actor) WHERE parent.archived_at IS NULL })
RETURN count(actor) AS total
