// What is a part of some partners, at any depth, with what its line in a list shows.
// mode: read
// params: network_id, ids
// returns: root_id, id, name, sort_name, parent_id, energy, active, lively, unmeasured, partners, last_contact_on
UNWIND $ids AS root_id
MATCH (root:Actor {id: root_id, network_id: $network_id})<-[:PART_OF*1..20]-(part:Actor)
WHERE part.archived_at IS NULL
RETURN
  root_id,
  part.id AS id,
  part.name AS name,
  part.sort_name AS sort_name,
  head([(part)-[:PART_OF]->(parent:Actor) | parent.id]) AS parent_id,
  part.energy AS energy,
  coalesce(part.active, 0) AS active,
  coalesce(part.lively, 0) AS lively,
  coalesce(part.unmeasured, 0) AS unmeasured,
  coalesce(part.partners, 0) AS partners,
  part.last_contact_on AS last_contact_on
ORDER BY root_id, sort_name, id
LIMIT 2000
