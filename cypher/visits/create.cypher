// Let an admin read a network for some hours, with the reason that its regisseurs see.
// mode: write
// params: network_id, id, user_id, by_name, reason, ends_at, now
// returns: id
MATCH (network:Network {id: $network_id})
WHERE network.removing_since IS NULL
MERGE (visit:Visit {id: $id})
ON CREATE SET
  visit.network_id = network.id,
  visit.user_id = $user_id,
  visit.by_name = $by_name,
  visit.reason = $reason,
  visit.ends_at = $ends_at,
  visit.created_at = $now,
  visit.updated_at = $now
RETURN visit.id AS id
