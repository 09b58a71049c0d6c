// Across networks: every node of one label, whole, to keep elsewhere.
// mode: read
// names: Actor
// returns: properties
MATCH (node:Actor)
RETURN properties(node) AS properties
