// Every Neighbourhood has an id of its own.
// mode: schema
CREATE CONSTRAINT neighbourhood_id IF NOT EXISTS
FOR (n:Neighbourhood)
REQUIRE n.id IS UNIQUE
