// What is not over, each with who pays for it until when and the positions that carry it.
// mode: read
// params: network_id, today
// returns: id, name, form, status, funded_until, funders, carriers
MATCH (collaboration:Collaboration {network_id: $network_id})
WHERE collaboration.archived_at IS NULL AND collaboration.status <> 'ended'
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.form AS form,
  collaboration.status AS status,
  collaboration.funded_until AS funded_until,
  [(collaboration)-[funding:FUNDED_BY]->(funder:Actor) WHERE funder.archived_at IS NULL |
    {actor_id: funder.id, name: funder.name, until: funding.until}] AS funders,
  [(collaboration)-[:CARRIED_BY]->(position:Position)-[:AT]->(actor:Actor)
    WHERE position.archived_at IS NULL |
    {id: position.id, name: position.name, actor_id: actor.id, actor_name: actor.name,
     held_by: [(position)<-[holds:HOLDS]-(person:Person)
       WHERE person.archived_at IS NULL AND (holds.since IS NULL OR holds.since <= $today)
         AND (holds.until IS NULL OR holds.until >= $today) | person.id]}] AS carriers
ORDER BY collaboration.sort_name, id
LIMIT 20000
