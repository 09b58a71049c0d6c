// Keep a puls that was heard about a collaboration, given by a partner or by a member of the network.
// mode: write
// params: network_id, id, collaboration_id, actor_id, user_id, value, on, now
// returns: id
MATCH (collaboration:Collaboration {id: $collaboration_id, network_id: $network_id})
OPTIONAL MATCH (actor:Actor {id: $actor_id, network_id: $network_id})
OPTIONAL MATCH (user:User {id: $user_id})-[:MEMBER_OF]->(:Network {id: $network_id})
WITH collaboration, coalesce(actor, user) AS rater
WHERE rater IS NOT NULL
MERGE (rating:Rating {id: $id})
ON CREATE SET rating.network_id = $network_id, rating.created_at = $now, rating.version = 1
SET rating.value = $value, rating.on = $on, rating.updated_at = $now
MERGE (rating)-[:OF]->(collaboration)
MERGE (rating)-[:BY]->(rater)
RETURN rating.id AS id
