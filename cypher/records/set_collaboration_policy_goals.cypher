// Say to which policy goals and lines of action some collaborations contribute.
// mode: write
// params: network_id, rows
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:CONTRIBUTES_TO]->()
DELETE old
WITH DISTINCT collaboration, row
UNWIND row.policy_goal_ids AS to_id
MATCH (goal:PolicyGoal|ActionLine {id: to_id})
CREATE (collaboration)-[:CONTRIBUTES_TO]->(goal)
