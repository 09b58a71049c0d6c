// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX import_part_network IF NOT EXISTS
FOR (n:ImportPart)
ON (n.network_id)
