// How many partners and active collaborations a network has, without what is archived.
// mode: read
// params: network_id
// returns: partners, active_collaborations
OPTIONAL MATCH (actor:Actor {network_id: $network_id})
WHERE actor.archived_at IS NULL
WITH count(actor) AS partners
OPTIONAL MATCH (collaboration:Collaboration {network_id: $network_id, status: 'active'})
WHERE collaboration.archived_at IS NULL
RETURN partners, count(collaboration) AS active_collaborations
