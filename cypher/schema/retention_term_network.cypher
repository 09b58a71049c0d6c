// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX retention_term_network IF NOT EXISTS
FOR (n:RetentionTerm)
ON (n.network_id)
