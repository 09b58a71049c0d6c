// Every query starts from the network it is bounded by.
// mode: schema
CREATE INDEX message_network IF NOT EXISTS
FOR (n:Message)
ON (n.network_id)
