// The parts of one import are read together.
// mode: schema
CREATE INDEX import_part_import IF NOT EXISTS
FOR (n:ImportPart)
ON (n.import_id)
