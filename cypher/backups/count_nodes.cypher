// Across networks: how many nodes there are in all; each change that a person makes adds one.
// mode: read
// returns: nodes
MATCH (node)
RETURN count(node) AS nodes
