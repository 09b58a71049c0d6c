// Remove the neighbourhoods that only this network covers, once nothing stands in it.
// mode: write
// params: network_id
// returns: removed
MATCH (network:Network {id: $network_id})
WHERE network.kind = 'fictitious' OR network.removing_since IS NOT NULL
MATCH (network)-[:COVERS]->(place:Neighbourhood)
WHERE NOT EXISTS { MATCH (place)<-[:COVERS]-(other:Network) WHERE other.id <> $network_id }
DETACH DELETE place
RETURN count(*) AS removed
