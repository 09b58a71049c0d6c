// Say again which other partners are parts of a partner.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:Actor {id: row.other_id, network_id: $network_id})
CREATE (actor)<-[:PART_OF]-(other)
