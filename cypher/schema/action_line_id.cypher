// Every ActionLine has an id of its own.
// mode: schema
CREATE CONSTRAINT action_line_id IF NOT EXISTS
FOR (n:ActionLine)
REQUIRE n.id IS UNIQUE
