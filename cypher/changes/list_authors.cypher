// Who ever changed something in a network, also who left it since.
// mode: read
// params: network_id
// returns: id, name
MATCH (change:Change {network_id: $network_id})
WITH change.by_id AS id, max(change.by_name) AS name
RETURN id, name
ORDER BY name, id
LIMIT 200
