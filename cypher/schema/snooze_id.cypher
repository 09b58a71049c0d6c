// Every Snooze has an id of its own.
// mode: schema
CREATE CONSTRAINT snooze_id IF NOT EXISTS
FOR (n:Snooze)
REQUIRE n.id IS UNIQUE
