// Every Token has an id of its own.
// mode: schema
CREATE CONSTRAINT token_id IF NOT EXISTS
FOR (n:Token)
REQUIRE n.id IS UNIQUE
