// Every query starts from the network it is bounded by.
// mode: schema
CREATE INDEX rating_network IF NOT EXISTS
FOR (n:Rating)
ON (n.network_id)
