// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX contact_moment_network IF NOT EXISTS
FOR (n:ContactMoment)
ON (n.network_id)
