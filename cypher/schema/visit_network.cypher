// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX visit_network IF NOT EXISTS
FOR (n:Visit)
ON (n.network_id)
