// The partners that pay for a collaboration of a network, for a filter to choose from.
// mode: read
// params: network_id
// returns: id, name
MATCH (funder:Actor {network_id: $network_id})
WHERE funder.archived_at IS NULL AND EXISTS { (funder)<-[:FUNDED_BY]-(:Collaboration) }
RETURN funder.id AS id, funder.name AS name
ORDER BY funder.sort_name, id
LIMIT 500
