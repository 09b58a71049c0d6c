// Every Introduction has an id of its own: the network and what it is about, so there is one.
// mode: schema
CREATE CONSTRAINT introduction_id IF NOT EXISTS
FOR (n:Introduction)
REQUIRE n.id IS UNIQUE
