// When the first partner of a network was recorded; null without any.
// mode: read
// params: network_id
// returns: began
MATCH (actor:Actor {network_id: $network_id})
RETURN min(actor.created_at) AS began
