// What a person holds and held, and what was spoken about with that position while they did.
// mode: read
// params: network_id, id
// returns: type, tie, label, properties
MATCH (person:Person {id: $id, network_id: $network_id})-[holds:HOLDS]->(position:Position)
RETURN 'HOLDS' AS type, properties(holds) AS tie, 'Position' AS label,
  properties(position) AS properties
ORDER BY position.id
LIMIT 1000
UNION ALL
MATCH (person:Person {id: $id, network_id: $network_id})-[holds:HOLDS]->(position:Position)<-[:WITH]-(moment:ContactMoment)
WHERE (holds.since IS NULL OR moment.on >= holds.since)
  AND (holds.until IS NULL OR moment.on <= holds.until)
RETURN 'WITH' AS type, {position: position.name} AS tie, 'ContactMoment' AS label,
  properties(moment) AS properties
ORDER BY moment.on, moment.id
LIMIT 5000
