// Remove a fictitious network itself, once it is empty; its members lose their way in.
// mode: write
// params: network_id
// returns: removed
MATCH (network:Network {id: $network_id, kind: 'fictitious'})
DETACH DELETE network
RETURN count(*) AS removed
