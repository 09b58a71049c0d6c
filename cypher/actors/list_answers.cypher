// Some partners as lines of a list, in any order.
// mode: read
// params: network_id, ids
// returns: id, name, kind, domain_ids, neighbourhoods, energy, active, lively, unmeasured, partners, last_contact_on, is_person, archived_at
UNWIND $ids AS answer
MATCH (actor:Actor {id: answer, network_id: $network_id})
RETURN
  actor.id AS id,
  actor.name AS name,
  actor.kind AS kind,
  [(actor)-[works:WORKS_IN {primary: true}]->(domain:Domain) | domain.id]
    + [(actor)-[works:WORKS_IN {primary: false}]->(domain:Domain) | domain.id] AS domain_ids,
  [(actor)-[:LOCATED_IN]->(place:Neighbourhood) | place.name] AS neighbourhoods,
  actor.energy AS energy,
  coalesce(actor.active, 0) AS active,
  coalesce(actor.lively, 0) AS lively,
  coalesce(actor.unmeasured, 0) AS unmeasured,
  coalesce(actor.partners, 0) AS partners,
  actor.last_contact_on AS last_contact_on,
  actor.is_person AS is_person,
  actor.archived_at AS archived_at
