// What is near some partners and collaborations: with whom, on what, and which positions, to choose from.
// mode: read
// params: network_id, ids
// returns: partners, collaborations, positions
UNWIND $ids AS id
OPTIONAL MATCH (actor:Actor {id: id, network_id: $network_id})
OPTIONAL MATCH (collaboration:Collaboration {id: id, network_id: $network_id})
WITH coalesce(actor, collaboration) AS thing
WHERE thing IS NOT NULL
RETURN
  [(thing)<-[:TAKES_PART_IN]-(partner:Actor) WHERE partner.archived_at IS NULL |
    {id: partner.id, name: partner.name, kind: 'Actor'}] AS partners,
  [(thing)-[:TAKES_PART_IN]->(one:Collaboration) WHERE one.archived_at IS NULL AND one.status <> 'ended' |
    {id: one.id, name: one.name, kind: 'Collaboration'}] AS collaborations,
  [(thing)<-[:AT]-(position:Position) WHERE position.archived_at IS NULL |
    {id: position.id, name: position.name + ', ' + thing.name, kind: 'Position'}] AS positions
LIMIT 50
