// The links between domains that the policy texts ask for.
// mode: read
// returns: domain_id, other_id, why, source
MATCH (domain:Domain)-[link:SHOULD_WORK_WITH]->(other:Domain)
RETURN domain.id AS domain_id, other.id AS other_id, link.why AS why, coalesce(link.source, []) AS source
ORDER BY domain.position, other.position
LIMIT 500
