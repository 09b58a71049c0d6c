// Remove a network itself, once it is empty: a fictitious one or one that is being removed; its members lose their way in.
// mode: write
// params: network_id
// returns: removed
MATCH (network:Network {id: $network_id})
WHERE network.kind = 'fictitious' OR network.removing_since IS NOT NULL
DETACH DELETE network
RETURN count(*) AS removed
