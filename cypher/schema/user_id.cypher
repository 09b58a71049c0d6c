// Every User has an id of its own.
// mode: schema
CREATE CONSTRAINT user_id IF NOT EXISTS
FOR (n:User)
REQUIRE n.id IS UNIQUE
