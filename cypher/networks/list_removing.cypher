// The networks that are being removed.
// mode: read
// params: limit
// returns: id
MATCH (network:Network)
WHERE network.removing_since IS NOT NULL
RETURN network.id AS id
ORDER BY id
LIMIT $limit
