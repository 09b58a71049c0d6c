// Every Ambition has an id of its own: the network and what it is about, so there is one.
// mode: schema
CREATE CONSTRAINT ambition_id IF NOT EXISTS
FOR (n:Ambition)
REQUIRE n.id IS UNIQUE
