// Tie an accepted introduction to the collaboration that it led to, in the place of an earlier one.
// mode: write
// params: network_id, id, collaboration_id
// returns: id
MATCH (introduction:Introduction {id: $id, network_id: $network_id})
MATCH (collaboration:Collaboration {id: $collaboration_id, network_id: $network_id})
OPTIONAL MATCH (introduction)-[earlier:LED_TO]->(:Collaboration)
DELETE earlier
MERGE (introduction)-[:LED_TO]->(collaboration)
RETURN introduction.id AS id
