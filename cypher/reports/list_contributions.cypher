// What runs or is wished, in whatever form, with the goals and lines of action it contributes to.
// mode: read
// params: network_id
// returns: id, name, status, energy, involvement, goal_ids
MATCH (collaboration:Collaboration {network_id: $network_id})
WHERE collaboration.archived_at IS NULL AND collaboration.status IN ['active', 'planned', 'wished']
RETURN
  collaboration.id AS id,
  collaboration.name AS name,
  collaboration.status AS status,
  collaboration.energy AS energy,
  collaboration.residents_involved AS involvement,
  [(collaboration)-[:CONTRIBUTES_TO]->(goal) | goal.id] AS goal_ids
ORDER BY coalesce(collaboration.energy, -1.0) DESC, collaboration.sort_name, id
LIMIT 20000
