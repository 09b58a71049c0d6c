// Say whether a member wants the monthly summary of a network.
// mode: write
// params: user_id, network_id, summary
// returns: network_name
MATCH (:User {id: $user_id})-[member:MEMBER_OF]->(network:Network {id: $network_id})
SET member.summary = $summary
RETURN network.name AS network_name
