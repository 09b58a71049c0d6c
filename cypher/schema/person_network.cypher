// Every query starts from the network it is bounded by.
// mode: schema
CREATE INDEX person_network IF NOT EXISTS
FOR (n:Person)
ON (n.network_id)
