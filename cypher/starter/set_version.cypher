// Record that a network holds its starter content as a whole, so that it is not loaded again.
// mode: write
// params: network_id, version
MATCH (network:Network {id: $network_id})
SET network.content_version = $version
