// Every SavedView has an id of its own.
// mode: schema
CREATE CONSTRAINT saved_view_id IF NOT EXISTS
FOR (n:SavedView)
REQUIRE n.id IS UNIQUE
