// Across networks: every relationship that starts at one label, whole, to keep elsewhere.
// mode: read
// names: Actor
// returns: from_id, type, to_label, to_id, properties
MATCH (node:Actor)-[tie]->(other)
RETURN
  node.id AS from_id,
  type(tie) AS type,
  head(labels(other)) AS to_label,
  other.id AS to_id,
  properties(tie) AS properties
