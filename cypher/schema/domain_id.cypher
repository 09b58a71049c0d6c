// Every Domain has an id of its own.
// mode: schema
CREATE CONSTRAINT domain_id IF NOT EXISTS
FOR (n:Domain)
REQUIRE n.id IS UNIQUE
