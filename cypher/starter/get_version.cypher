// Which version of the starter content a network holds as a whole, if any; no row without the network.
// mode: read
// params: network_id
// returns: version
MATCH (network:Network {id: $network_id})
RETURN network.content_version AS version
