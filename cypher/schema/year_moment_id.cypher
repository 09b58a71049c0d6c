// Every YearMoment has an id of its own.
// mode: schema
CREATE CONSTRAINT year_moment_id IF NOT EXISTS
FOR (n:YearMoment)
REQUIRE n.id IS UNIQUE
