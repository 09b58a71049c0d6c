// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX saved_view_network IF NOT EXISTS
FOR (n:SavedView)
ON (n.network_id)
