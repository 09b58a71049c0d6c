// Across networks: remove some nodes of one label, to make room for a backup.
// mode: write
// names: Actor
// params: limit
// returns: removed
MATCH (node:Actor)
WITH node
LIMIT $limit
DETACH DELETE node
RETURN count(*) AS removed
