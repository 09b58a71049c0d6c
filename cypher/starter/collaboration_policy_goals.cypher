// Tie collaborations to the policy goals and lines of action that they contribute to.
// mode: write
// params: rows, network_id
UNWIND $rows AS row
MATCH (collaboration:Collaboration {id: row.id, network_id: $network_id})
MATCH (goal:PolicyGoal|ActionLine {id: row.to_id})
MERGE (collaboration)-[:CONTRIBUTES_TO]->(goal)
