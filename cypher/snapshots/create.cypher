// Keep the measures and energies of a network for a week; what stands there is never rewritten.
// mode: write
// params: id, key, network_id, week, on, computed_at, late, content_version, energy_version, measures, energies
// returns: created
MATCH (network:Network {id: $network_id})
MERGE (snapshot:Snapshot {key: $key})
ON CREATE SET
  snapshot.id = $id,
  snapshot.network_id = $network_id,
  snapshot.week = $week,
  snapshot.on = $on,
  snapshot.computed_at = $computed_at,
  snapshot.late = $late,
  snapshot.content_version = $content_version,
  snapshot.energy_version = $energy_version,
  snapshot.measures = $measures,
  snapshot.energies = $energies,
  snapshot.created_at = $computed_at,
  snapshot.updated_at = $computed_at
MERGE (snapshot)-[:OF]->(network)
RETURN snapshot.id = $id AS created
