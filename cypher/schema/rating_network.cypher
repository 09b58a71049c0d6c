// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX rating_network IF NOT EXISTS
FOR (n:Rating)
ON (n.network_id)
