// Active collaborations past their rhythm of which a user logged the last contact, and whether a talk is planned.
// mode: read
// params: network_id, user_id, today, limit
// returns: id, name, last_contact_on, is_planned
MATCH (collaboration:Collaboration {network_id: $network_id, status: 'active'})
WHERE collaboration.archived_at IS NULL
  AND collaboration.last_contact_on + duration({days: coalesce(collaboration.rhythm_days, 42)}) < $today
MATCH (collaboration)<-[:ABOUT]-(moment:ContactMoment)-[:LOGGED_BY]->(:User {id: $user_id})
WHERE moment.network_id = $network_id AND moment.archived_at IS NULL AND moment.on = collaboration.last_contact_on
WITH DISTINCT collaboration
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.last_contact_on AS last_contact_on,
  EXISTS {
    MATCH (collaboration)<-[:ABOUT]-(step:FollowUp {kind: 'speak'})
    WHERE step.done_on IS NULL AND step.archived_at IS NULL
  } AS is_planned
ORDER BY last_contact_on, collaboration.sort_name, id
LIMIT $limit
