// The collaborations of a network with the facts of their energy, true on a day and recorded by then.
// mode: read
// params: network_id, on, recorded_before
// returns: id, form, status, statuses, layer, rhythm_days, started_on, taking_part, contacts, ratings, steps, results
MATCH (collaboration:Collaboration {network_id: $network_id})
WHERE collaboration.created_at < $recorded_before
  AND (collaboration.archived_at IS NULL OR collaboration.archived_at >= $recorded_before)
RETURN
  collaboration.id AS id,
  collaboration.form AS form,
  collaboration.status AS status,
  [(collaboration)-[:WENT_THROUGH]->(change:StatusChange) |
    {status: change.status, on: change.on, created_at: change.created_at,
     counts: coalesce(change.on <= $on, true) AND change.created_at < $recorded_before}] AS statuses,
  collaboration.layer AS layer,
  coalesce(collaboration.rhythm_days, 42) AS rhythm_days,
  collaboration.started_on AS started_on,
  [(collaboration)<-[part:TAKES_PART_IN]-(actor:Actor)
    WHERE actor.created_at < $recorded_before
      AND (actor.archived_at IS NULL OR actor.archived_at >= $recorded_before)
      AND (part.since IS NULL OR part.since <= $on) AND (part.until IS NULL OR part.until >= $on) |
    {id: actor.id, domain_id: head([(actor)-[:WORKS_IN {primary: true}]->(domain:Domain) | domain.id])}] AS taking_part,
  [(collaboration)<-[:ABOUT]-(moment:ContactMoment)
    WHERE moment.on <= $on AND moment.created_at < $recorded_before
      AND (moment.archived_at IS NULL OR moment.archived_at >= $recorded_before) | moment.on] AS contacts,
  [(collaboration)<-[:OF]-(rating:Rating)
    WHERE rating.on <= $on AND rating.created_at < $recorded_before
      AND (rating.archived_at IS NULL OR rating.archived_at >= $recorded_before) |
    {value: rating.value, on: rating.on,
     rater: head([(rating)-[:BY]->(rater:Actor|User) | rater.id])}] AS ratings,
  [(collaboration)<-[:ABOUT]-(step:FollowUp)
    WHERE step.created_at < $recorded_before AND (step.done_on IS NULL OR step.done_on > $on)
      AND (step.archived_at IS NULL OR step.archived_at >= $recorded_before) | step.due_on] AS steps,
  [(collaboration)<-[:OF]-(result:Result)
    WHERE result.on <= $on AND result.created_at < $recorded_before
      AND (result.archived_at IS NULL OR result.archived_at >= $recorded_before) | result.on] AS results
ORDER BY id
LIMIT 50000
