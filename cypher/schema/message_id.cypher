// Every Message has an id of its own.
// mode: schema
CREATE CONSTRAINT message_id IF NOT EXISTS
FOR (n:Message)
REQUIRE n.id IS UNIQUE
