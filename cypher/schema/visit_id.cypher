// Every Visit has an id of its own.
// mode: schema
CREATE CONSTRAINT visit_id IF NOT EXISTS
FOR (n:Visit)
REQUIRE n.id IS UNIQUE
