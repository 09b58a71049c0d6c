// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX result_network IF NOT EXISTS
FOR (n:Result)
ON (n.network_id)
