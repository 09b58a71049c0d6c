// Write down a puls of a collaboration, heard from a partner of the network or felt by a member.
// mode: write
// params: network_id, id, rating_id, value, on, actor_id, user_id, now
// returns: name, rater
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
OPTIONAL MATCH (actor:Actor {id: $actor_id, network_id: $network_id})
OPTIONAL MATCH (user:User {id: $user_id})-[:MEMBER_OF]->(:Network {id: $network_id})
WITH collaboration, coalesce(actor, user) AS rater
WHERE rater IS NOT NULL
MERGE (rating:Rating {id: $rating_id})
ON CREATE SET rating.network_id = $network_id, rating.created_at = $now, rating.version = 1
WITH collaboration, rater, rating
WHERE rating.network_id = $network_id
SET rating.value = $value, rating.on = $on, rating.updated_at = $now
MERGE (rating)-[:OF]->(collaboration)
MERGE (rating)-[:BY]->(rater)
RETURN collaboration.name AS name, rater.name AS rater
