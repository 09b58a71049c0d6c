// What the energy of collaborations is computed from, as true on a day.
// mode: read
// params: network_id, ids, today
// returns: id, status, layer, rhythm_days, started_on, archived, taking_part, contacts, ratings, steps, results
UNWIND $ids AS id
MATCH (collaboration:Collaboration {id: id, network_id: $network_id})
RETURN
  collaboration.id AS id,
  collaboration.status AS status,
  collaboration.layer AS layer,
  coalesce(collaboration.rhythm_days, 42) AS rhythm_days,
  collaboration.started_on AS started_on,
  collaboration.archived_at IS NOT NULL AS archived,
  [(collaboration)<-[part:TAKES_PART_IN]-(actor:Actor)
    WHERE actor.archived_at IS NULL AND (part.until IS NULL OR part.until >= $today) |
    {id: actor.id, domain_id: head([(actor)-[:WORKS_IN {primary: true}]->(domain:Domain) | domain.id])}] AS taking_part,
  [(collaboration)<-[:ABOUT]-(moment:ContactMoment)
    WHERE moment.archived_at IS NULL AND moment.on <= $today | moment.on] AS contacts,
  [(collaboration)<-[:OF]-(rating:Rating) WHERE rating.archived_at IS NULL AND rating.on <= $today |
    {value: rating.value, on: rating.on,
     rater: head([(rating)-[:BY]->(rater:Actor|User) | rater.id])}] AS ratings,
  [(collaboration)<-[:ABOUT]-(step:FollowUp)
    WHERE step.archived_at IS NULL AND step.done_on IS NULL | step.due_on] AS steps,
  [(collaboration)<-[:OF]-(result:Result) WHERE result.archived_at IS NULL AND result.on <= $today |
    result.on] AS results
ORDER BY id
