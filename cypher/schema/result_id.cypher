// Every Result has an id of its own.
// mode: schema
CREATE CONSTRAINT result_id IF NOT EXISTS
FOR (n:Result)
REQUIRE n.id IS UNIQUE
