// Every StatusChange has an id of its own.
// mode: schema
CREATE CONSTRAINT status_change_id IF NOT EXISTS
FOR (n:StatusChange)
REQUIRE n.id IS UNIQUE
