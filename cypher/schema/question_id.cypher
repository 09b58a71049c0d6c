// Every Question has an id of its own.
// mode: schema
CREATE CONSTRAINT question_id IF NOT EXISTS
FOR (n:Question)
REQUIRE n.id IS UNIQUE
