// Bring a merged partner back in the place of the sign, as it was and without its ties.
// mode: write
// params: network_id, id, now
// returns: id
MATCH (merged:MergedActor {id: $id, network_id: $network_id})
CREATE (actor:Actor)
SET actor = properties(merged), actor.version = merged.version + 1, actor.updated_at = $now
DETACH DELETE merged
RETURN actor.id AS id
