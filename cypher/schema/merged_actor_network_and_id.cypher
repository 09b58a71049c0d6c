// Its planner would walk a whole network to find one id in it, were the two in separate indexes.
// mode: schema
// engine: arcadedb
CREATE INDEX merged_actor_network_and_id IF NOT EXISTS
FOR (n:MergedActor)
ON (n.network_id, n.id)
