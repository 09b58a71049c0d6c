// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX merged_actor_network IF NOT EXISTS
FOR (n:MergedActor)
ON (n.network_id)
