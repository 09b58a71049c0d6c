// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX operation_network IF NOT EXISTS
FOR (n:Operation)
ON (n.network_id)
