// The slug is the address of a network.
// mode: schema
CREATE CONSTRAINT network_slug IF NOT EXISTS
FOR (n:Network)
REQUIRE n.slug IS UNIQUE
