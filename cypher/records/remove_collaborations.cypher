// Take locked collaborations away with their changes of status, as if they had never been made.
// mode: write
// params: network_id, ids
UNWIND $ids AS id
MATCH (collaboration:Collaboration {id: id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[:WENT_THROUGH]->(change:StatusChange)
DETACH DELETE change, collaboration
