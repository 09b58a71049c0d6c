// What a network knows of its partners to tell them from each other.
// mode: read
// params: network_id
// returns: id, name, aliases, postcode, phone, email, website, kvk
MATCH (actor:Actor {network_id: $network_id})
WHERE actor.archived_at IS NULL
RETURN
  actor.id AS id,
  actor.name AS name,
  coalesce(actor.aliases, []) AS aliases,
  coalesce(actor.postcode, '') AS postcode,
  coalesce(actor.phone, '') AS phone,
  coalesce(actor.email, '') AS email,
  coalesce(actor.website, '') AS website,
  coalesce(actor.kvk, '') AS kvk
ORDER BY actor.sort_name, id
LIMIT 50000
