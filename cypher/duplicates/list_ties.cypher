// To how many things some partners are tied that would move in a merge.
// mode: read
// params: network_id, ids
// returns: id, ties
UNWIND $ids AS id
MATCH (actor:Actor {id: id, network_id: $network_id})
RETURN
  actor.id AS id,
  size([(actor)-[:TAKES_PART_IN|AT|ABOUT|OWNED_BY|BY|FUNDED_BY|PART_OF]-(other) | other.id]) AS ties
ORDER BY id
