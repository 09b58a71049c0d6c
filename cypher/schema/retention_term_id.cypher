// A term is found by its id, and made once.
// mode: schema
CREATE CONSTRAINT retention_term_id IF NOT EXISTS
FOR (n:RetentionTerm)
REQUIRE n.id IS UNIQUE
