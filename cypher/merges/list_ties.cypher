// All that a partner is tied to, so that another can take it over.
// mode: read
// params: network_id, id, limit
// returns: type, outward, other_kind, other_id, other_name, other_version, properties
MATCH (actor:Actor {id: $id, network_id: $network_id})-[tie]-(other)
WHERE other.network_id = $network_id OR other.network_id IS NULL
RETURN
  type(tie) AS type,
  startNode(tie) = actor AS outward,
  head(labels(other)) AS other_kind,
  other.id AS other_id,
  coalesce(other.name, other.what, other.label, toString(other.on), '') AS other_name,
  other.version AS other_version,
  properties(tie) AS properties
ORDER BY type, outward, other_id
LIMIT $limit
