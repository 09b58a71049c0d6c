// Save roles in collaborations from which somebody was erased.
// mode: write
// params: network_id, rows
// returns: replaced
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})-[part:TAKES_PART_IN]->(collaboration:Collaboration {id: row.collaboration_id})
SET part.role = row.role
RETURN count(part) AS replaced
