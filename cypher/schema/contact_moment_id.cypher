// Every ContactMoment has an id of its own.
// mode: schema
CREATE CONSTRAINT contact_moment_id IF NOT EXISTS
FOR (n:ContactMoment)
REQUIRE n.id IS UNIQUE
