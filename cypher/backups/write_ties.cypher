// Across networks: put relationships of one kind back as they were kept, also twice between a pair.
// mode: write
// names: Actor, TAKES_PART_IN, Collaboration
// params: rows
// returns: ties
UNWIND $rows AS row
MATCH (node:Actor {id: row.from_id})
MATCH (other:Collaboration {id: row.to_id})
CREATE (node)-[tie:TAKES_PART_IN]->(other)
SET tie = row.properties
RETURN count(*) AS ties
