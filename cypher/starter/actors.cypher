// Put the actors of a starter set in its network.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MERGE (actor:Actor {id: row.id})
ON CREATE SET
  actor.network_id = $network_id,
  actor.name = row.name,
  actor.sort_name = row.sort_name,
  actor.search = row.search,
  actor.aliases = row.aliases,
  actor.kind = row.kind,
  actor.scale = row.scale,
  actor.municipality = row.municipality,
  actor.description = row.description,
  actor.website = row.website,
  actor.email = row.email,
  actor.phone = row.phone,
  actor.postcode = row.postcode,
  actor.is_person = row.is_person,
  actor.same_as = row.same_as,
  actor.verified_on = row.verified_on,
  actor.source = row.source,
  actor.created_at = row.created_at,
  actor.updated_at = row.created_at,
  actor.version = 1
