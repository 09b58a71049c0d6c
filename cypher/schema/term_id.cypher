// Every Term has an id of its own.
// mode: schema
CREATE CONSTRAINT term_id IF NOT EXISTS
FOR (n:Term)
REQUIRE n.id IS UNIQUE
