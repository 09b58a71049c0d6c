// Every query starts from the network it is bounded by.
// mode: schema
CREATE INDEX result_network IF NOT EXISTS
FOR (n:Result)
ON (n.network_id)
