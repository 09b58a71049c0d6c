// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX collaboration_network IF NOT EXISTS
FOR (n:Collaboration)
ON (n.network_id)
