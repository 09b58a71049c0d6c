// Take locked contact moments away, as if they had never been made.
// mode: write
// params: network_id, ids
UNWIND $ids AS id
MATCH (moment:ContactMoment {id: id, network_id: $network_id})
DETACH DELETE moment
