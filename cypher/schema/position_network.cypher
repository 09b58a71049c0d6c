// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX position_network IF NOT EXISTS
FOR (n:Position)
ON (n.network_id)
