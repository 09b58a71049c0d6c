// When the register of a network begins, and how many contact moments there were lately.
// mode: read
// params: network_id, since_on, today
// returns: begun_at, moments
OPTIONAL MATCH (actor:Actor {network_id: $network_id})
WITH min(actor.created_at) AS begun_at
OPTIONAL MATCH (moment:ContactMoment {network_id: $network_id})
WHERE moment.archived_at IS NULL AND moment.on >= $since_on AND moment.on <= $today
RETURN begun_at, count(moment) AS moments
