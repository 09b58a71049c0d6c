// Across networks: whether there is a node of one label.
// mode: read
// names: Actor
// returns: id
MATCH (node:Actor)
RETURN node.id AS id
LIMIT 1
