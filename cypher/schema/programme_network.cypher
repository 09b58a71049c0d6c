// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX programme_network IF NOT EXISTS
FOR (n:Programme)
ON (n.network_id)
