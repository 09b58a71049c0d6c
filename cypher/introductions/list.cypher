// The introductions on which somebody decided, newest first, with what came of them.
// mode: read
// params: network_id
// returns: id, stance, decided_on, actors, between, collaboration, history
MATCH (introduction:Introduction {network_id: $network_id})
WHERE introduction.stance IS NOT NULL
WITH introduction,
  head([(introduction)-[:LED_TO]->(one:Collaboration) | one]) AS collaboration
RETURN
  introduction.id AS id,
  introduction.stance AS stance,
  introduction.decided_on AS decided_on,
  [(introduction)-[:BETWEEN]->(actor:Actor) | actor {.id, .name}] AS actors,
  head([(introduction)-[:THROUGH]->(actor:Actor) | actor {.id, .name}]) AS between,
  CASE WHEN collaboration IS NULL THEN null ELSE
    {id: collaboration.id, name: collaboration.name, status: collaboration.status,
     archived: collaboration.archived_at IS NOT NULL} END AS collaboration,
  CASE WHEN collaboration IS NULL THEN [] ELSE
    [(collaboration)-[:WENT_THROUGH]->(change:StatusChange) | change {.id, .status, .on, .created_at}] END AS history
ORDER BY decided_on DESC, id
LIMIT 5000
