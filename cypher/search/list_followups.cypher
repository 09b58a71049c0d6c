// The actions and agreements of a network that are open, to be found from every page; in any order.
// mode: read
// params: network_id, limit
// returns: id, name, search, about, sort_name
MATCH (followup:FollowUp {network_id: $network_id})
WHERE followup.archived_at IS NULL AND followup.done_on IS NULL
RETURN
  followup.id AS id,
  followup.what AS name,
  '' AS search,
  [(followup)-[:ABOUT]->(thing:Actor|Collaboration) | thing.name] AS about,
  toString(followup.due_on) AS sort_name
LIMIT $limit
