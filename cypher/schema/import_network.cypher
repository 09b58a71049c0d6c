// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX import_network IF NOT EXISTS
FOR (n:Import)
ON (n.network_id)
