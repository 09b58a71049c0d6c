// When some partners and collaborations were last in contact.
// mode: read
// params: network_id, ids
// returns: id, last_contact_on
UNWIND $ids AS wanted
OPTIONAL MATCH (actor:Actor {id: wanted})
WHERE actor.network_id = $network_id
OPTIONAL MATCH (collaboration:Collaboration {id: wanted})
WHERE collaboration.network_id = $network_id
WITH wanted, coalesce(actor.last_contact_on, collaboration.last_contact_on) AS last_contact_on
WHERE last_contact_on IS NOT NULL
RETURN wanted AS id, last_contact_on
ORDER BY id
LIMIT 5000
