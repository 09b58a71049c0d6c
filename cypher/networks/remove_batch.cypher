// Remove some of what stands in a network that is fictitious or being removed; nothing in any other. Label by label, so that an index finds it.
// mode: write
// params: network_id, limit
// returns: removed
MATCH (network:Network {id: $network_id})
WHERE network.kind = 'fictitious' OR network.removing_since IS NOT NULL
CALL () {
  MATCH (thing:Actor {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:MergedActor {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:ActorGroup {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Position {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Person {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Collaboration {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:StatusChange {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Rating {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Result {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Programme {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:ContactMoment {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:FollowUp {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Snapshot {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Message {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Snooze {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Change {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Operation {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Import {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:ImportPart {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:SavedView {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Ambition {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Introduction {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Token {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Invitation {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:Visit {network_id: $network_id})
  RETURN thing
  LIMIT $limit
  UNION ALL
  MATCH (thing:RetentionTerm {network_id: $network_id})
  RETURN thing
  LIMIT $limit
}
WITH thing
LIMIT $limit
DETACH DELETE thing
RETURN count(*) AS removed
