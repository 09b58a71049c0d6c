// Cut all ties of a locked partner; those that it keeps are made again in the same transaction.
// mode: write
// params: network_id, id
MATCH (actor:Actor {id: $id, network_id: $network_id})-[tie]-()
DELETE tie
