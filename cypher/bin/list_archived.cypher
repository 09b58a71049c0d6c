// What was archived in a network since a moment, of each kind the newest first.
// mode: read
// params: network_id, since, limit
// returns: kind, id, name, archived_at, of_id, of_name
MATCH (thing:Actor {network_id: $network_id})
WHERE thing.archived_at >= $since
RETURN 'Actor' AS kind, thing.id AS id, thing.name AS name, thing.archived_at AS archived_at, null AS of_id, null AS of_name
ORDER BY archived_at DESC, id
LIMIT $limit
UNION ALL
MATCH (thing:Collaboration {network_id: $network_id})
WHERE thing.archived_at >= $since
RETURN 'Collaboration' AS kind, thing.id AS id, thing.name AS name, thing.archived_at AS archived_at, null AS of_id, null AS of_name
ORDER BY archived_at DESC, id
LIMIT $limit
UNION ALL
MATCH (thing:Person {network_id: $network_id})
WHERE thing.archived_at >= $since
RETURN 'Person' AS kind, thing.id AS id, thing.name AS name, thing.archived_at AS archived_at, null AS of_id, null AS of_name
ORDER BY archived_at DESC, id
LIMIT $limit
UNION ALL
MATCH (thing:Programme {network_id: $network_id})
WHERE thing.archived_at >= $since
RETURN 'Programme' AS kind, thing.id AS id, thing.name AS name, thing.archived_at AS archived_at, null AS of_id, null AS of_name
ORDER BY archived_at DESC, id
LIMIT $limit
UNION ALL
MATCH (thing:Position {network_id: $network_id})-[:AT]->(of:Actor)
WHERE thing.archived_at >= $since
RETURN 'Position' AS kind, thing.id AS id, thing.name AS name, thing.archived_at AS archived_at, of.id AS of_id, of.name AS of_name
ORDER BY archived_at DESC, id
LIMIT $limit
UNION ALL
MATCH (thing:FollowUp {network_id: $network_id})
WHERE thing.archived_at >= $since
RETURN 'FollowUp' AS kind, thing.id AS id, thing.what AS name, thing.archived_at AS archived_at, null AS of_id, head([(thing)-[:ABOUT]->(about:Actor|Collaboration) | about.name]) AS of_name
ORDER BY archived_at DESC, id
LIMIT $limit
UNION ALL
MATCH (thing:ContactMoment {network_id: $network_id})
WHERE thing.archived_at >= $since
RETURN 'ContactMoment' AS kind, thing.id AS id, toString(thing.on) AS name, thing.archived_at AS archived_at, null AS of_id, head([(thing)-[:ABOUT]->(about:Actor|Collaboration) | about.name]) AS of_name
ORDER BY archived_at DESC, id
LIMIT $limit
UNION ALL
MATCH (thing:Rating {network_id: $network_id})-[:OF]->(of:Collaboration)
WHERE thing.archived_at >= $since
RETURN 'Rating' AS kind, thing.id AS id, toString(thing.value) AS name, thing.archived_at AS archived_at, of.id AS of_id, of.name AS of_name
ORDER BY archived_at DESC, id
LIMIT $limit
UNION ALL
MATCH (thing:Result {network_id: $network_id})-[:OF]->(of:Collaboration)
WHERE thing.archived_at >= $since
RETURN 'Result' AS kind, thing.id AS id, thing.text AS name, thing.archived_at AS archived_at, of.id AS of_id, of.name AS of_name
ORDER BY archived_at DESC, id
LIMIT $limit
