// Archive a locked partner, or restore it with null.
// mode: write
// params: network_id, id, archived_at, now
// returns: name
MATCH (actor:Actor {id: $id, network_id: $network_id})
SET actor.archived_at = $archived_at, actor.version = actor.version + 1, actor.updated_at = $now
RETURN actor.name AS name
