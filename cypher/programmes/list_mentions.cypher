// What texts say of a programme and another thing in a network without it being a tie.
// mode: read
// params: network_id, id
// returns: kind, context, source, other_id, other_name, other_kind, outward
MATCH (programme:Programme {id: $id})<-[mention:MENTIONS]-(other:Actor|ActorGroup {network_id: $network_id})
WHERE programme.network_id IS NULL OR programme.network_id = $network_id
RETURN
  mention.kind AS kind,
  coalesce(mention.context, '') AS context,
  coalesce(mention.source, []) AS source,
  other.id AS other_id,
  other.name AS other_name,
  head(labels(other)) AS other_kind,
  false AS outward
ORDER BY kind, other.sort_name, other_id
LIMIT 200
