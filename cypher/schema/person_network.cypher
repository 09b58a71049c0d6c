// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX person_network IF NOT EXISTS
FOR (n:Person)
ON (n.network_id)
