// What texts say of a collaboration and another thing without it being a tie.
// mode: read
// params: network_id, id
// returns: kind, context, source, other_id, other_name, other_kind, outward
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})<-[mention:MENTIONS]-(other:Actor|ActorGroup {network_id: $network_id})
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
