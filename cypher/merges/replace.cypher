// Put a sign in the place of a locked partner that leads to the one that takes its ties over.
// mode: write
// params: network_id, id, kept_id
// returns: id
MATCH (actor:Actor {id: $id, network_id: $network_id})
MATCH (kept:Actor {id: $kept_id, network_id: $network_id})
CREATE (merged:MergedActor)-[:MERGED_INTO]->(kept)
SET merged = properties(actor)
DETACH DELETE actor
RETURN merged.id AS id
