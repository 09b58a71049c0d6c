// The partners of a network as they were known at the end of a day; where they stand is of now.
// mode: read
// params: network_id, on, recorded_before
// returns: id, name, sort_name, kind, domain_id, places, is_person, contacts, x, y, parent_id
MATCH (actor:Actor {network_id: $network_id})
WHERE actor.created_at < $recorded_before
  AND (actor.archived_at IS NULL OR actor.archived_at >= $recorded_before)
RETURN
  actor.id AS id,
  actor.name AS name,
  actor.sort_name AS sort_name,
  actor.kind AS kind,
  head([(actor)-[:WORKS_IN {primary: true}]->(domain:Domain) | domain.id]) AS domain_id,
  [(actor)-[:LOCATED_IN]->(place:Neighbourhood) | place {.id, .name}] AS places,
  coalesce(actor.is_person, false) AS is_person,
  [(actor)<-[:ABOUT]-(moment:ContactMoment)
    WHERE moment.on <= $on AND moment.created_at < $recorded_before
      AND (moment.archived_at IS NULL OR moment.archived_at >= $recorded_before) | moment.on] AS contacts,
  actor.x AS x,
  actor.y AS y,
  head([(actor)-[:PART_OF]->(parent:Actor) WHERE parent.archived_at IS NULL | parent.id]) AS parent_id
LIMIT 20000
