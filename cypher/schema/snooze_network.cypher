// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX snooze_network IF NOT EXISTS
FOR (n:Snooze)
ON (n.network_id)
