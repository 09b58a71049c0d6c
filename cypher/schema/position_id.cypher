// Every Position has an id of its own.
// mode: schema
CREATE CONSTRAINT position_id IF NOT EXISTS
FOR (n:Position)
REQUIRE n.id IS UNIQUE
