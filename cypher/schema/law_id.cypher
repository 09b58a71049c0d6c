// Every Law has an id of its own.
// mode: schema
CREATE CONSTRAINT law_id IF NOT EXISTS
FOR (n:Law)
REQUIRE n.id IS UNIQUE
