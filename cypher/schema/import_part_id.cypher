// The key of every MERGE on a part of an import.
// mode: schema
CREATE CONSTRAINT import_part_id IF NOT EXISTS
FOR (n:ImportPart)
REQUIRE n.id IS UNIQUE
