// Keep what was decided on an introduction of two partners through a third; null takes that back.
// mode: write
// params: network_id, id, one_id, other_id, between_id, stance, today, now, token
// returns: id, before, one, other, untouched_id
MATCH (one:Actor {id: $one_id, network_id: $network_id})
MATCH (other:Actor {id: $other_id, network_id: $network_id})
// After a merge a decision stands on another partner than the one in its id.
WITH one, other, coalesce(
  head([(one)<-[:BETWEEN]-(known:Introduction)-[:BETWEEN]->(same:Actor) WHERE same = other | known.id]),
  $id) AS id
MERGE (introduction:Introduction {id: id})
ON CREATE SET introduction.network_id = $network_id, introduction.created_at = $now
// The lock first, so that two people cannot both accept it.
SET introduction._lock = $token
REMOVE introduction._lock
MERGE (introduction)-[:BETWEEN]->(one)
MERGE (introduction)-[:BETWEEN]->(other)
WITH introduction, one, other, introduction.stance AS before
SET introduction.stance = $stance, introduction.decided_on = $today, introduction.updated_at = $now
WITH introduction, one, other, before
OPTIONAL MATCH (introduction)-[earlier:THROUGH]->(:Actor)
DELETE earlier
WITH DISTINCT introduction, one, other, before
OPTIONAL MATCH (between:Actor {id: $between_id, network_id: $network_id})
FOREACH (known IN CASE WHEN between IS NULL THEN [] ELSE [between] END |
  MERGE (introduction)-[:THROUGH]->(known))
RETURN
  introduction.id AS id,
  before,
  one.name AS one,
  other.name AS other,
  head([(introduction)-[:LED_TO]->(wish:Collaboration)
    WHERE wish.status = 'wished' AND wish.version = 1 AND wish.archived_at IS NULL | wish.id]) AS untouched_id
