// All shared terms, each with the list it belongs to.
// mode: read
// returns: id, vocabulary, label, explanation, position, framework
MATCH (term:Domain|LifeStage|Setting|PreventionType|Pillar|ActionLine|Law|PolicyGoal)
RETURN
  term.id AS id,
  head(labels(term)) AS vocabulary,
  term.label AS label,
  coalesce(term.explanation, '') AS explanation,
  term.position AS position,
  coalesce(term.framework, '') AS framework
ORDER BY vocabulary, position, id
LIMIT 1000
