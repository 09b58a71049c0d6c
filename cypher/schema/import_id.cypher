// The key of every MERGE on an import.
// mode: schema
CREATE CONSTRAINT import_id IF NOT EXISTS
FOR (n:Import)
REQUIRE n.id IS UNIQUE
