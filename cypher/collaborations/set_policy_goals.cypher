// Say to which policy goals and lines of action a collaboration contributes.
// mode: write
// params: network_id, id, policy_goal_ids
MATCH (collaboration:Collaboration {id: $id, network_id: $network_id})
OPTIONAL MATCH (collaboration)-[old:CONTRIBUTES_TO]->()
DELETE old
WITH DISTINCT collaboration
UNWIND $policy_goal_ids AS policy_goal_id
MATCH (goal:PolicyGoal|ActionLine {id: policy_goal_id})
CREATE (collaboration)-[:CONTRIBUTES_TO]->(goal)
