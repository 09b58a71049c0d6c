// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX ambition_network IF NOT EXISTS
FOR (n:Ambition)
ON (n.network_id)
