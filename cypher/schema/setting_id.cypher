// Every Setting has an id of its own.
// mode: schema
CREATE CONSTRAINT setting_id IF NOT EXISTS
FOR (n:Setting)
REQUIRE n.id IS UNIQUE
