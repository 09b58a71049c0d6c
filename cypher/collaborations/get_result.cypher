// One result of a collaboration.
// mode: read
// params: network_id, id, result_id
// returns: id, version, text, on
MATCH (result:Result {id: $result_id, network_id: $network_id})-[:OF]->(:Collaboration {id: $id, network_id: $network_id})
WHERE result.archived_at IS NULL
RETURN result.id AS id, result.version AS version, result.text AS text, result.on AS on
