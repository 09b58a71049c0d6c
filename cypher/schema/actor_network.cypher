// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX actor_network IF NOT EXISTS
FOR (n:Actor)
ON (n.network_id)
