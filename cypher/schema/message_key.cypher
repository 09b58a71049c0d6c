// The key makes sending happen once.
// mode: schema
CREATE CONSTRAINT message_key IF NOT EXISTS
FOR (n:Message)
REQUIRE n.key IS UNIQUE
