// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX message_network IF NOT EXISTS
FOR (n:Message)
ON (n.network_id)
