// Every Operation has an id of its own.
// mode: schema
CREATE CONSTRAINT operation_id IF NOT EXISTS
FOR (n:Operation)
REQUIRE n.id IS UNIQUE
