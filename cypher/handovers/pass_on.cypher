// Give open actions of one user to another member; a row with a version leaves what was edited since.
// mode: write
// params: network_id, user_id, successor_id, rows, token, now
// returns: id, version, about
MATCH (successor:User {id: $successor_id})-[:MEMBER_OF]->(:Network {id: $network_id})
UNWIND $rows AS row
MATCH (action:FollowUp {id: row.id, network_id: $network_id})
SET action._lock = $token
REMOVE action._lock
WITH successor, row, action
WHERE action.done_on IS NULL AND action.archived_at IS NULL AND (row.version IS NULL OR action.version = row.version)
MATCH (action)-[owned:OWNED_BY]->(:User {id: $user_id})
DELETE owned
CREATE (action)-[:OWNED_BY]->(successor)
SET action.version = action.version + 1, action.updated_at = $now
RETURN
  action.id AS id,
  action.version AS version,
  [(action)-[:ABOUT]->(thing:Actor|Collaboration) | thing.name] AS about
ORDER BY id
