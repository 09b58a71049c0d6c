// Which of the answers to a question pass the filters, each with what lists sort by; in any order.
// mode: read
// params: network_id, ids, domain, neighbourhood, kind, archived
// returns: id, energy, partners, last_contact_on
UNWIND $ids AS answer
MATCH (actor:Actor {id: answer, network_id: $network_id})
WHERE (actor.archived_at IS NOT NULL) = $archived
  AND ($kind IS NULL OR actor.kind = $kind)
  AND ($domain IS NULL OR EXISTS { (actor)-[:WORKS_IN]->(:Domain {id: $domain}) })
  AND ($neighbourhood IS NULL
    OR EXISTS { (actor)-[:LOCATED_IN]->(:Neighbourhood {id: $neighbourhood}) })
RETURN
  actor.id AS id,
  actor.energy AS energy,
  coalesce(actor.partners, 0) AS partners,
  actor.last_contact_on AS last_contact_on
