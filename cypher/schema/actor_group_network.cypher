// Every query starts from the network it is bounded by.
// mode: schema
// engine: neo4j
CREATE INDEX actor_group_network IF NOT EXISTS
FOR (n:ActorGroup)
ON (n.network_id)
