// Every Actor has an id of its own.
// mode: schema
CREATE CONSTRAINT actor_id IF NOT EXISTS
FOR (n:Actor)
REQUIRE n.id IS UNIQUE
