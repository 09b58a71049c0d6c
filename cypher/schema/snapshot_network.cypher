// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX snapshot_network IF NOT EXISTS
FOR (n:Snapshot)
ON (n.network_id)
