// Every Collaboration has an id of its own.
// mode: schema
CREATE CONSTRAINT collaboration_id IF NOT EXISTS
FOR (n:Collaboration)
REQUIRE n.id IS UNIQUE
