// Say which collaborations of its network a contact moment is about.
// mode: write
// params: network_id, id, collaboration_ids
MATCH (moment:ContactMoment {id: $id, network_id: $network_id})
OPTIONAL MATCH (moment)-[old:ABOUT]->(:Collaboration)
DELETE old
WITH DISTINCT moment
UNWIND $collaboration_ids AS collaboration_id
MATCH (collaboration:Collaboration {id: collaboration_id, network_id: $network_id})
CREATE (moment)-[:ABOUT]->(collaboration)
