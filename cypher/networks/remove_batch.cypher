// Remove some of what stands in a fictitious network; nothing in any other.
// mode: write
// params: network_id, limit
// returns: removed
MATCH (network:Network {id: $network_id, kind: 'fictitious'})
MATCH (thing {network_id: network.id})
WITH thing
LIMIT $limit
DETACH DELETE thing
RETURN count(*) AS removed
