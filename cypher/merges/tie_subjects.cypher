// Tie a partner again to the contact moments and actions that are about it.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor_id, network_id: $network_id})
MATCH (other:ContactMoment|FollowUp {id: row.other_id, network_id: $network_id})
CREATE (actor)<-[:ABOUT]-(other)
