// People who held their last position, were archived or have nothing to hold, by a day; the longest ago first.
// mode: read
// params: network_id, until, before, limit
// returns: id, label, name, since
MATCH (person:Person {network_id: $network_id})
WITH person,
  [(person)-[holds:HOLDS]->(:Position) | coalesce(holds.until, date('9999-12-31'))] AS days
WITH person, days,
  CASE WHEN person.archived_at IS NOT NULL THEN person.archived_at
       WHEN size(days) = 0 THEN person.updated_at END AS moment
WHERE moment < $before OR (moment IS NULL AND all(day IN days WHERE day <= $until))
UNWIND CASE WHEN moment IS NULL THEN days ELSE [null] END AS day
WITH person, moment, max(day) AS left_on
RETURN person.id AS id, 'Person' AS label, person.name AS name, coalesce(moment, left_on) AS since
ORDER BY toString(since), id
LIMIT $limit
