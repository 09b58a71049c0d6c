// How many contact moments are about a partner, or about what it works on while it takes part.
// mode: read
// params: network_id, actor_id
// returns: total
MATCH (actor:Actor {id: $actor_id, network_id: $network_id})
MATCH (actor)-[parts:TAKES_PART_IN*0..1]->(thing:Actor|Collaboration)<-[:ABOUT]-(moment:ContactMoment {network_id: $network_id})
WHERE moment.archived_at IS NULL
  AND all(part IN parts WHERE (part.since IS NULL OR part.since <= moment.on)
    AND (part.until IS NULL OR moment.on <= part.until))
RETURN count(DISTINCT moment) AS total
