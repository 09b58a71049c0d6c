// Every Network has an id of its own.
// mode: schema
CREATE CONSTRAINT network_id IF NOT EXISTS
FOR (n:Network)
REQUIRE n.id IS UNIQUE
