// Every PreventionType has an id of its own.
// mode: schema
CREATE CONSTRAINT prevention_type_id IF NOT EXISTS
FOR (n:PreventionType)
REQUIRE n.id IS UNIQUE
