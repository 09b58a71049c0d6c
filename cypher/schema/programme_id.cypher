// Every Programme has an id of its own.
// mode: schema
CREATE CONSTRAINT programme_id IF NOT EXISTS
FOR (n:Programme)
REQUIRE n.id IS UNIQUE
