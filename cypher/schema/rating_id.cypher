// Every Rating has an id of its own.
// mode: schema
CREATE CONSTRAINT rating_id IF NOT EXISTS
FOR (n:Rating)
REQUIRE n.id IS UNIQUE
