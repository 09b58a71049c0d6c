// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX introduction_network IF NOT EXISTS
FOR (n:Introduction)
ON (n.network_id)
