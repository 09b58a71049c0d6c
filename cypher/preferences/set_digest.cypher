// Say whether a member wants the digest of a network.
// mode: write
// params: user_id, network_id, digest
// returns: network_name
MATCH (:User {id: $user_id})-[member:MEMBER_OF]->(network:Network {id: $network_id})
SET member.digest = $digest
RETURN network.name AS network_name
