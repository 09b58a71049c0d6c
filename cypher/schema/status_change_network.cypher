// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX status_change_network IF NOT EXISTS
FOR (n:StatusChange)
ON (n.network_id)
