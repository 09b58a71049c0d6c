// The figures of a network: its partners, its active collaborations, and where nothing is lively.
// mode: read
// params: network_id, lively_from
// returns: actors, unconnected, active, vision, policy, practice, lively, unmeasured, little_known, quiet_places
OPTIONAL MATCH (actor:Actor {network_id: $network_id})
WHERE actor.archived_at IS NULL
WITH count(actor) AS actors,
  count(CASE WHEN coalesce(actor.partners, 0) = 0 THEN 1 END) AS unconnected
OPTIONAL MATCH (one:Collaboration {network_id: $network_id, status: 'active'})
WHERE one.archived_at IS NULL
WITH actors, unconnected,
  count(one) AS active,
  count(CASE WHEN one.layer = 'vision' THEN 1 END) AS vision,
  count(CASE WHEN one.layer = 'policy' THEN 1 END) AS policy,
  count(CASE WHEN one.layer = 'practice' THEN 1 END) AS practice,
  count(CASE WHEN one.energy >= $lively_from THEN 1 END) AS lively,
  count(CASE WHEN one.id IS NOT NULL AND one.energy IS NULL THEN 1 END) AS unmeasured,
  count(CASE WHEN one.known <= 2 THEN 1 END) AS little_known
OPTIONAL MATCH (:Network {id: $network_id})-[:COVERS]->(place:Neighbourhood)
WHERE EXISTS { (place)<-[:LOCATED_IN]-(:Actor {network_id: $network_id}) }
  AND NOT EXISTS {
    MATCH (place)<-[:LOCATED_IN]-(here:Actor {network_id: $network_id})
    WHERE here.archived_at IS NULL AND here.lively > 0
  }
RETURN actors, unconnected, active, vision, policy, practice, lively, unmeasured, little_known,
  collect(place.name) AS quiet_places
