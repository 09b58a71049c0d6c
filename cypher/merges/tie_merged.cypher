// Let the partners that were merged into one before lead to this one.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:MergedActor {id: row.other_id, network_id: $network_id})
CREATE (actor)<-[:MERGED_INTO]-(other)
