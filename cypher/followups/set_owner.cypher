// Say who owns a follow-up: a member of its network, or a partner in it; no row when it is neither.
// mode: write
// params: network_id, id, user_id, actor_id
// returns: id
MATCH (followup:FollowUp {id: $id, network_id: $network_id})
OPTIONAL MATCH (followup)-[old:OWNED_BY]->(:User|Actor)
DELETE old
WITH DISTINCT followup
OPTIONAL MATCH (actor:Actor {id: $actor_id, network_id: $network_id})
OPTIONAL MATCH (user:User {id: $user_id})-[:MEMBER_OF]->(:Network {id: $network_id})
WITH followup, coalesce(actor, user) AS owner
WHERE owner IS NOT NULL
CREATE (followup)-[:OWNED_BY]->(owner)
RETURN owner.id AS id
