// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX invitation_network IF NOT EXISTS
FOR (n:Invitation)
ON (n.network_id)
