// The strongest and the longest silent active collaborations of a network, with their facts.
// mode: read
// params: network_id, today, strong, silent
// returns: id, name, form, energy, alive, firm, since, partners, places, life_stages, status, layer, rhythm_days, started_on, archived, taking_part, contacts, ratings, steps, results
CALL () {
  MATCH (one:Collaboration {network_id: $network_id, status: 'active'})
  WHERE one.archived_at IS NULL AND one.energy IS NOT NULL
  RETURN one AS collaboration
  ORDER BY one.energy DESC, one.id
  LIMIT $strong
  UNION
  MATCH (one:Collaboration {network_id: $network_id, status: 'active'})
  WHERE one.archived_at IS NULL AND (one.started_on IS NOT NULL OR one.last_contact_on IS NOT NULL)
  WITH one,
    CASE WHEN one.last_contact_on IS NULL OR one.started_on > one.last_contact_on
      THEN one.started_on ELSE one.last_contact_on END AS since
  WITH one, duration.inDays(since, $today).days - coalesce(one.rhythm_days, 42) AS over
  WHERE over > 0
  RETURN one AS collaboration
  ORDER BY over DESC, one.id
  LIMIT $silent
}
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.form AS form,
  collaboration.energy AS energy,
  collaboration.alive AS alive,
  collaboration.firm AS firm,
  CASE WHEN collaboration.last_contact_on IS NULL
      OR collaboration.started_on > collaboration.last_contact_on
    THEN collaboration.started_on ELSE collaboration.last_contact_on END AS since,
  [(collaboration)<-[:TAKES_PART_IN]-(actor:Actor) | actor {.id, .name}] AS partners,
  [(collaboration)-[:HAPPENS_IN]->(place:Neighbourhood) | place.name]
    + [(collaboration)<-[:TAKES_PART_IN]-(actor:Actor) |
        head([(actor)-[:LOCATED_IN]->(home:Neighbourhood) | home.name])] AS places,
  [(collaboration)-[:SERVES]->(stage:LifeStage) | stage.id] AS life_stages,
  collaboration.status AS status,
  collaboration.layer AS layer,
  coalesce(collaboration.rhythm_days, 42) AS rhythm_days,
  collaboration.started_on AS started_on,
  false AS archived,
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
ORDER BY coalesce(energy, -1.0) DESC, id
