// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX follow_up_network IF NOT EXISTS
FOR (n:FollowUp)
ON (n.network_id)
