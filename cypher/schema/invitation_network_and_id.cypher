// Its planner would walk a whole network to find one id in it, were the two in separate indexes.
// mode: schema
// engine: arcadedb
CREATE INDEX invitation_network_and_id IF NOT EXISTS
FOR (n:Invitation)
ON (n.network_id, n.id)
