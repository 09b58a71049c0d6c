// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX change_network IF NOT EXISTS
FOR (n:Change)
ON (n.network_id)
