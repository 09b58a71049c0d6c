// Its planner would walk a whole network to find one id in it, were the two in separate indexes.
// mode: schema
// engine: arcadedb
CREATE INDEX retention_term_network_and_id IF NOT EXISTS
FOR (n:RetentionTerm)
ON (n.network_id, n.id)
