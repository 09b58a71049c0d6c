// What was archived before a moment, of each kind the longest ago first; people have a term of their own.
// mode: read
// params: network_id, before, limit
// returns: id, label, name, since
MATCH (thing:Actor {network_id: $network_id})
WHERE thing.archived_at < $before
RETURN thing.id AS id, 'Actor' AS label, thing.name AS name, thing.archived_at AS since
ORDER BY since, id
LIMIT $limit
UNION ALL
MATCH (thing:Collaboration {network_id: $network_id})
WHERE thing.archived_at < $before
RETURN thing.id AS id, 'Collaboration' AS label, thing.name AS name, thing.archived_at AS since
ORDER BY since, id
LIMIT $limit
UNION ALL
MATCH (thing:Position {network_id: $network_id})
WHERE thing.archived_at < $before
RETURN thing.id AS id, 'Position' AS label, thing.name AS name, thing.archived_at AS since
ORDER BY since, id
LIMIT $limit
UNION ALL
MATCH (thing:Programme {network_id: $network_id})
WHERE thing.archived_at < $before
RETURN thing.id AS id, 'Programme' AS label, thing.name AS name, thing.archived_at AS since
ORDER BY since, id
LIMIT $limit
UNION ALL
MATCH (thing:ContactMoment {network_id: $network_id})
WHERE thing.archived_at < $before
RETURN thing.id AS id, 'ContactMoment' AS label, coalesce(head([(thing)-[:ABOUT]->(about:Actor|Collaboration) | about.name]), '') AS name, thing.archived_at AS since
ORDER BY since, id
LIMIT $limit
UNION ALL
MATCH (thing:FollowUp {network_id: $network_id})
WHERE thing.archived_at < $before
RETURN thing.id AS id, 'FollowUp' AS label, thing.what AS name, thing.archived_at AS since
ORDER BY since, id
LIMIT $limit
UNION ALL
MATCH (thing:Rating {network_id: $network_id})
WHERE thing.archived_at < $before
RETURN thing.id AS id, 'Rating' AS label, coalesce(head([(thing)-[:OF]->(of:Collaboration) | of.name]), '') AS name, thing.archived_at AS since
ORDER BY since, id
LIMIT $limit
UNION ALL
MATCH (thing:Result {network_id: $network_id})
WHERE thing.archived_at < $before
RETURN thing.id AS id, 'Result' AS label, thing.text AS name, thing.archived_at AS since
ORDER BY since, id
LIMIT $limit
